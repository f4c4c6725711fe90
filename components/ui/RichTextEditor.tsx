import type { EditorThemeClasses, LexicalEditor } from 'lexical';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import rich from './RichText.module.css';
import styles from './RichTextEditor.module.css';
import { RichTextToolbar } from './RichTextToolbar.tsx';
import { createRichEditor, startEditing } from './rich-text-editing.ts';
import { readRichDoc } from './rich-text-read.ts';
import { writeRichDoc } from './rich-text-write.ts';

interface RichTextEditorProps {
  /** What it starts with; a later value is not taken over. */
  readonly html: string;
  /** The text field's name. */
  readonly label: string;
  /** Hears of every change, as HTML of the allowed elements. */
  readonly onChange: (html: string) => void;
  /** Ctrl+Enter. */
  readonly onSubmit: () => void;
}

const theme: EditorThemeClasses = {
  text: {
    underline: styles.underline ?? '',
    strikethrough: styles.struck ?? '',
    underlineStrikethrough: styles.underlineStruck ?? '',
    code: styles.code ?? '',
  },
  list: { nested: { listitem: styles.nested ?? '' } },
};

/** A text field that keeps formatting. Loaded only when a formatted text is edited. */
export function RichTextEditor({ html, label, onChange, onSubmit }: RichTextEditorProps) {
  const [editor] = useState(() => createRichEditor(readRichDoc(html).doc, theme));
  const field = useRef<HTMLDivElement>(null);
  useEditing(editor, field, (changed) => onChange(changed));
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // Before the editor takes it for a new line.
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  }
  return (
    <div className={styles.editor}>
      <RichTextToolbar editor={editor} />
      {/* biome-ignore lint/a11y/useSemanticElements: no text field of HTML holds formatting */}
      <div
        ref={field}
        className={`${rich.rich} ${styles.text}`}
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-label={label}
        contentEditable
        suppressContentEditableWarning
        dir="auto"
        onKeyDownCapture={onKeyDown}
      />
    </div>
  );
}

function useEditing(editor: LexicalEditor, field: RefObject<HTMLDivElement | null>, onChange: (html: string) => void): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    editor.setRootElement(field.current);
    const stop = startEditing(editor, (doc) => latest.current(writeRichDoc(doc)));
    editor.focus();
    return () => {
      stop();
      editor.setRootElement(null);
    };
  }, [editor, field]);
}
