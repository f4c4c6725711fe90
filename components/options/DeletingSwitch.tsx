import { useId } from 'react';
import { i18n } from '#i18n';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';
import { SaveState } from './SaveState.tsx';
import { useSetting } from './use-setting.ts';

/** Whether the panel offers to delete contacts. */
export function DeletingSwitch() {
  const { settings } = useOptionsGateway();
  const deleting = useSetting(settings.mayDeleteContacts);
  const id = useId();
  return (
    <div className={styles.site}>
      <div className={styles.switchRow}>
        <label htmlFor={id}>{i18n.t('options.contacts.mayDelete')}</label>
        <p id={`${id}-hint`} className={styles.hint}>
          {i18n.t('options.contacts.mayDeleteHint')}
        </p>
        <input
          id={id}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state itself
          role="switch"
          className={styles.switch}
          aria-describedby={`${id}-hint`}
          checked={deleting.value === true}
          disabled={deleting.value === undefined}
          onChange={(event) => void deleting.save(event.target.checked)}
        />
      </div>
      {deleting.failed && <SaveState failed />}
    </div>
  );
}
