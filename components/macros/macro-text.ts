import { i18n } from '#i18n';
import type { Macro } from '@/lib/macros/macro.ts';

/** What a macro writes, in a line: "Tag “no answer” · Note: Called {name} · Task: Call again, tomorrow 10am". */
export function macroText({ tags, note, task }: Macro): string {
  return [
    ...tags.map((tag) => i18n.t('macros.tag', { tag })),
    ...(note === undefined ? [] : [i18n.t('macros.note', { note: firstLine(note) })]),
    ...(task === undefined ? [] : [i18n.t('macros.task', { title: task.title, due: task.due })]),
  ].join(' · ');
}

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
