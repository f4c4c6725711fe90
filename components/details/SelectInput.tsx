import { memo, useMemo } from 'react';
import { i18n } from '#i18n';
import { dateTexts } from '@/components/ui/date-texts.ts';
import fields from '@/components/ui/Field.module.css';
import type { FieldKind } from '@/lib/contact/fields.ts';
import { COUNTRY_CODES, countryName } from '@/lib/core/countries.ts';
import { displayText } from '@/lib/core/display-text.ts';
import { readerTimeZone } from '@/lib/core/time-zones.ts';
import { useConnection } from '@/lib/query/connection.tsx';
import { useUsers } from '@/lib/query/users.ts';
import { userName } from './field-text.ts';

interface SelectInputProps {
  readonly id: string;
  readonly kind: FieldKind;
  /** Of a choice: what it may be. */
  readonly options: readonly string[];
  readonly value: string;
  readonly onPick: (value: string) => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Options {
  /** Stand first, as they are meant more often than not. */
  readonly common: readonly Option[];
  readonly all: readonly Option[];
}

const OFTEN = ['US', 'CA', 'GB', 'AU', 'NZ', 'IE', 'DE'];

/** One of a list. What is chosen and not on the list stays until another is picked. */
export function SelectInput({ id, kind, options, value, onPick }: SelectInputProps) {
  const { common, all } = useOptions(kind, options);
  const isUnlisted = value !== '' && ![...common, ...all].some((option) => option.value === value);
  return (
    <select id={id} className={fields.input} value={value} onChange={(event) => onPick(event.target.value)}>
      <option value="">{kind === 'owner' ? i18n.t('details.nobody') : i18n.t('details.none')}</option>
      {isUnlisted && <option value={value}>{kind === 'owner' ? i18n.t('details.unlisted') : displayText(value)}</option>}
      <Listed common={common} all={all} />
    </select>
  );
}

/** Hundreds of countries or zones, which stay as they are while somebody types elsewhere in the form. */
const Listed = memo(function Listed({ common, all }: Options) {
  if (common.length === 0) return all.map(toOption);
  return (
    <>
      <optgroup label={i18n.t('details.common')}>{common.map(toOption)}</optgroup>
      <optgroup label={i18n.t('details.all')}>{all.map(toOption)}</optgroup>
    </>
  );
});

function toOption({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {displayText(label)}
    </option>
  );
}

function useOptions(kind: FieldKind, options: readonly string[]): Options {
  const { country, timeZone } = useConnection();
  const users = useUsers(kind === 'owner');
  return useMemo(() => {
    switch (kind) {
      case 'owner':
        return { common: [], all: users.map((user) => ({ value: user.id, label: userName(user) })) };
      case 'country':
        return countries(country);
      case 'timeZone':
        return zones(timeZone);
      default:
        return { common: [], all: [...new Set(options)].filter((option) => option !== '').map((value) => ({ value, label: value })) };
    }
  }, [kind, options, users, country, timeZone]);
}

/** `own`: the location's country. */
function countries(own: string | undefined): Options {
  const often = [...new Set([...(own ? [own.toUpperCase()] : []), ...OFTEN])].filter((code) => COUNTRY_CODES.includes(code));
  const named = COUNTRY_CODES.map((value) => ({ value, label: countryName(value, dateTexts.locale) }));
  const rest = named.filter(({ value }) => !often.includes(value)).sort((a, b) => a.label.localeCompare(b.label, dateTexts.locale));
  return { common: often.map((value) => ({ value, label: countryName(value, dateTexts.locale) })), all: rest };
}

function zones(own: string | undefined): Options {
  const all = Intl.supportedValuesOf('timeZone');
  const often = [...new Set([own, readerTimeZone()])].filter((zone) => zone !== undefined && all.includes(zone));
  const toZone = (value: string) => ({ value, label: value.replaceAll('_', ' ') });
  return { common: often.map((zone) => toZone(zone ?? '')), all: all.filter((zone) => !often.includes(zone)).map(toZone) };
}
