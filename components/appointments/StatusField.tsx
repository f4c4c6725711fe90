import { i18n } from '#i18n';
import fields from '@/components/ui/Field.module.css';
import { displayText } from '@/lib/core/display-text.ts';
import styles from './Booking.module.css';
import { chosenStatusName } from './status-name.ts';

interface StatusFieldProps {
  readonly status: string | undefined;
  readonly onChange: (status: string) => void;
}

/** What a person says of an appointment; calling it off asks first, and is a button of its own. */
const OFFERED = ['confirmed', 'showed', 'noshow'] as const;

/** How an appointment went. A status that is not set here is shown while it stands. */
export function StatusField({ status, onChange }: StatusFieldProps) {
  const current = status?.toLowerCase() ?? '';
  const isListed = OFFERED.some((offered) => offered === current);
  return (
    <label className={`${fields.label} ${styles.status}`}>
      {i18n.t('appointments.status')}
      <select className={fields.input} value={current} onChange={(event) => onChange(event.target.value)}>
        {!isListed && (
          <option value={current} disabled>
            {displayText(chosenStatusName(current))}
          </option>
        )}
        {OFFERED.map((offered) => (
          <option key={offered} value={offered}>
            {chosenStatusName(offered)}
          </option>
        ))}
      </select>
    </label>
  );
}
