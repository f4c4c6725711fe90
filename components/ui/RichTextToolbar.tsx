import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND, REMOVE_LIST_COMMAND } from '@lexical/list';
import { FORMAT_TEXT_COMMAND, type LexicalEditor, type TextFormatType } from 'lexical';
import { Bold, Italic, Link, List, ListOrdered, type LucideIcon, Underline } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from './Button.tsx';
import styles from './RichTextEditor.module.css';
import { RichTextLinkForm } from './RichTextLinkForm.tsx';
import { setLink, useLook } from './rich-text-look.ts';

interface ToolProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

/** One switch of the toolbar; the cursor stays in the text. */
function Tool({ icon: Icon, name, isOn, onPress }: ToolProps) {
  return (
    <Button
      look="icon"
      className={styles.tool}
      aria-label={name}
      title={name}
      aria-pressed={isOn}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon size={14} aria-hidden="true" />
    </Button>
  );
}

/** What the text at the cursor can look like. */
export function RichTextToolbar({ editor }: { readonly editor: LexicalEditor }) {
  const { formats, list, href } = useLook(editor);
  const [asksLink, setAsksLink] = useState(false);
  const format = (which: TextFormatType) => ({
    isOn: formats.includes(which),
    onPress: () => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, which),
  });
  const listOf = (which: 'bullet' | 'number') => ({
    isOn: list === which,
    onPress: () => {
      const insert = which === 'bullet' ? INSERT_UNORDERED_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND;
      editor.dispatchCommand(list === which ? REMOVE_LIST_COMMAND : insert, undefined);
    },
  });
  function finishLink(change?: { readonly href: string | undefined }) {
    setAsksLink(false);
    if (change) setLink(editor, change.href);
    else editor.focus();
  }
  return (
    <>
      <div role="toolbar" aria-label={i18n.t('editor.formatting')} className={styles.tools}>
        <Tool icon={Bold} name={i18n.t('editor.bold')} {...format('bold')} />
        <Tool icon={Italic} name={i18n.t('editor.italic')} {...format('italic')} />
        <Tool icon={Underline} name={i18n.t('editor.underline')} {...format('underline')} />
        <Tool icon={List} name={i18n.t('editor.bullets')} {...listOf('bullet')} />
        <Tool icon={ListOrdered} name={i18n.t('editor.numbers')} {...listOf('number')} />
        <Tool icon={Link} name={i18n.t('editor.link')} isOn={href !== undefined} onPress={() => setAsksLink(!asksLink)} />
      </div>
      {asksLink && <RichTextLinkForm href={href} onDone={finishLink} />}
    </>
  );
}
