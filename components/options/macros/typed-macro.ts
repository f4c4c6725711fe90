import { i18n } from '#i18n';
import { toTags } from '@/components/options/typed-values.ts';
import type { Macro } from '@/lib/macros/macro.ts';

/** A macro as it stands in the form; what is not wanted is empty. */
export interface TypedMacro {
  readonly name: string;
  readonly key: string;
  readonly tags: string;
  readonly note: string;
  readonly title: string;
  readonly due: string;
  readonly details: string;
}

/** A macro as form; a new one has nothing but a usual date for its task. */
export function asTyped(macro: Macro | undefined): TypedMacro {
  return {
    name: macro?.name ?? '',
    key: macro?.key ?? '',
    tags: macro?.tags.join(', ') ?? '',
    note: macro?.note ?? '',
    title: macro?.task?.title ?? '',
    due: macro?.task?.due ?? 'tomorrow 9am',
    details: macro?.task?.details ?? '',
  };
}

/** What has to be changed before it can be saved, in a sentence. */
export async function checkTyped(typed: TypedMacro, others: readonly Macro[]): Promise<string | undefined> {
  const name = typed.name.trim().toLowerCase();
  if (name === '') return i18n.t('options.macros.needName');
  if (others.some((other) => other.name.toLowerCase() === name)) return i18n.t('options.macros.sameName');
  if ([typed.tags, typed.note, typed.title].every((text) => text.trim() === '')) return i18n.t('options.macros.needSomething');
  if (typed.title.trim() === '') return typed.details.trim() === '' ? undefined : i18n.t('options.macros.needTitle');
  const { parseDuePhrase } = await import('@/lib/core/due-phrase.ts');
  // Any zone will do: whether words mean a date does not depend on it.
  return (await parseDuePhrase(typed.due, 'UTC', Date.now())) === undefined ? i18n.t('options.macros.badDue') : undefined;
}

/** The macro that was typed, once `checkTyped` has nothing to say. */
export function toMacro(typed: TypedMacro, id: string): Macro {
  const [name, note, title, due, details] = [typed.name, typed.note, typed.title, typed.due, typed.details].map((text) => text.trim());
  return {
    id,
    name: name ?? '',
    ...(typed.key === '' ? {} : { key: typed.key }),
    tags: toTags(typed.tags).slice(0, 20),
    ...(note ? { note } : {}),
    ...(title ? { task: { title, due: due ?? '', ...(details ? { details } : {}) } } : {}),
  };
}
