import { type ComponentProps, type SyntheticEvent, useEffect, useRef } from 'react';
import fields from '@/components/ui/Field.module.css';
import { HALF_A_DATE } from '@/lib/contact/changes.ts';

interface DateInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onDay: (day: string) => void;
}

/**
 * A day. The browser gives an empty value while only a part is filled in, which is told from emptying it; and what the
 * field has told is never put back into it, which would wipe that part.
 */
export function DateInput({ value, onDay, ...rest }: DateInputProps) {
  const field = useRef<HTMLInputElement>(null);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current || field.current === null) return;
    told.current = value;
    field.current.value = shownOf(value);
  }, [value]);
  const tell = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => {
    const day = currentTarget.validity.badInput ? HALF_A_DATE : currentTarget.value;
    if (day === told.current) return;
    told.current = day;
    onDay(day);
  };
  const events = { onInput: tell, onKeyUp: tell, onBlur: tell };
  return <input {...rest} {...events} ref={field} className={fields.input} type="date" max="9999-12-31" defaultValue={shownOf(value)} />;
}

function shownOf(value: string): string {
  return value === HALF_A_DATE ? '' : value;
}
