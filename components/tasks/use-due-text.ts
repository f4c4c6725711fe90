import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { fromWallTime } from '@/lib/core/dates.ts';
import { defaultDueDate, dueMoment, toIsoSeconds } from '@/lib/core/due-date.ts';
import { type DueReading, type PhraseParser, readDuePhrase } from '@/lib/core/due-phrase.ts';
import { useServices } from '@/lib/query/services.tsx';
import { dueWords } from './due-words.ts';
import { loadedParser, loadParser } from './phrase-parser.ts';

interface DueTextProps {
  /** A moment (ISO 8601 UTC) or a `datetime-local` value on the clock of `zone`; empty for none. */
  readonly value: string;
  readonly zone: string;
  /** A moment in ISO 8601 UTC, empty while there is none. */
  readonly onChange: (value: string) => void;
}

export interface DueText {
  /** What stands in the field. */
  readonly text: string;
  /** What it means, in epoch milliseconds. */
  readonly at: number | undefined;
  readonly zone: string;
  /** The text is the date itself: it needs no explanation. */
  readonly isPlain: boolean;
  readonly problem: 'unclear' | 'past' | undefined;
  type(text: string): void;
  /** Takes a `datetime-local` value. */
  pick(value: string): void;
  /** The value of what was typed, where it is not read yet because the parser is still on its way. */
  coming(): Promise<string> | undefined;
}

/** A due date that is typed as a phrase; it is read while it is being typed. */
export function useDueText({ value, zone, onChange }: DueTextProps): DueText {
  const { now } = useServices().gateway;
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<DueText['problem']>();
  const latest = useRef({ onChange, typed });
  const coming = useRef<Promise<string>>(undefined);
  useEffect(() => {
    latest.current = { onChange, typed };
  });
  useEffect(() => void loadParser().catch(() => undefined), []);

  function take(text: string, reading: DueReading): string {
    coming.current = undefined;
    const at = 'at' in reading ? toIsoSeconds(reading.at) : '';
    // Typing went on meanwhile.
    if (text !== latest.current.typed) return at;
    setProblem('problem' in reading && text.trim() !== '' ? reading.problem : undefined);
    latest.current.onChange(at);
    return at;
  }

  function type(text: string) {
    setTyped(text);
    latest.current.typed = text;
    const read = (parser: PhraseParser) => take(text, readDue(parser, text, zone, now()));
    const parser = loadedParser();
    if (parser) return void read(parser);
    latest.current.onChange('');
    coming.current = loadParser().then(read, () => take(text, { problem: 'unclear' }));
  }

  function pick(local: string) {
    const at = fromWallTime(local, zone);
    setTyped(undefined);
    setProblem(undefined);
    coming.current = undefined;
    onChange(at === undefined ? '' : toIsoSeconds(at));
  }

  const at = dueMoment(value, zone);
  const isDefault = at === Date.parse(defaultDueDate(zone, now()));
  return {
    text: typed ?? (isDefault ? i18n.t('tasks.dueDefault') : dueWords(value, zone)),
    at,
    zone,
    isPlain: typed === undefined && !isDefault,
    problem,
    type,
    pick,
    coming: () => coming.current,
  };
}

/** A `datetime-local` value is taken as it is, past or not: it was not typed by a person. */
function readDue(parser: PhraseParser, text: string, zone: string, now: number): DueReading {
  const at = fromWallTime(text.trim(), zone);
  return at === undefined ? readDuePhrase(parser, text, zone, now) : { at };
}
