import { type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { NoteEditDraft } from '@/components/drafts/draft.ts';
import fields from '@/components/ui/Field.module.css';
import { Skeleton } from '@/components/ui/Skeleton.tsx';

/** The editor is the heaviest part of the panel: it comes when a formatted note is edited. */
const RichTextEditor = lazy(async () => ({ default: (await import('@/components/ui/RichTextEditor.tsx')).RichTextEditor }));

interface NoteFieldProps {
  readonly draft: NoteEditDraft;
  readonly onText: (text: string) => void;
  readonly onSubmit: () => void;
}

/** Where a note's text is changed: with its formatting, or as it was typed where it has none. */
export function NoteField({ draft: { format, text }, onText, onSubmit }: NoteFieldProps) {
  return format === 'rich' ? (
    <RichField text={text} onText={onText} onSubmit={onSubmit} />
  ) : (
    <PlainField text={text} onText={onText} onSubmit={onSubmit} />
  );
}

interface TextFieldProps extends Omit<NoteFieldProps, 'draft'> {
  readonly text: string;
}

function PlainField({ text, onText, onSubmit }: TextFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSubmit();
  }
  return (
    <textarea
      ref={field}
      className={`${fields.input} ${fields.area}`}
      aria-label={i18n.t('notes.body')}
      rows={3}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** What the editor itself has said is never given back to it; another panel's word takes its place. */
function RichField({ text, onText, onSubmit }: TextFieldProps) {
  const said = useRef(text);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (said.current === text) return;
    said.current = text;
    setRound((before) => before + 1);
  }, [text]);
  function tell(html: string) {
    if (html === said.current) return;
    said.current = html;
    onText(html);
  }
  return (
    <Suspense fallback={<Skeleton rows={3} />}>
      <RichTextEditor key={round} html={text} label={i18n.t('notes.body')} onChange={tell} onSubmit={onSubmit} />
    </Suspense>
  );
}
