import { type KeyboardEvent, useRef } from 'react';
import { i18n } from '#i18n';
import fields from '@/components/ui/Field.module.css';
import { usePanelViews } from '../shell/PanelViews.tsx';
import styles from './Find.module.css';
import { FoundList } from './FoundList.tsx';
import { useFind } from './use-find.ts';
import { useFocusField } from './use-focus-field.ts';

/** HighLevel searches no longer text. */
const LONGEST = 75;

/** Anybody in HighLevel, by what a person remembers of them. */
export function FindView() {
  const { words, setWords } = usePanelViews();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = useFind(words);
  useFocusField(field);
  function move(event: KeyboardEvent) {
    const acts = [...(list.current?.querySelectorAll<HTMLElement>('[data-open]') ?? [])];
    const [first] = acts;
    if (event.key === 'Enter' && event.target === field.current && !event.nativeEvent.isComposing) {
      if (found.isSettled) first?.click();
      else found.settle();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = acts.findIndex((act) => act.closest('[data-row]')?.contains(document.activeElement));
    (acts[at + step] ?? (at + step < 0 ? field.current : undefined))?.focus();
  }
  return (
    <search className={styles.find} onKeyDown={move}>
      <h1>{i18n.t('find.title')}</h1>
      <input
        ref={field}
        type="search"
        className={fields.input}
        aria-label={i18n.t('find.field')}
        placeholder={i18n.t('find.hint')}
        maxLength={LONGEST}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div ref={list}>{found.query !== '' && <FoundList found={found} />}</div>
    </search>
  );
}
