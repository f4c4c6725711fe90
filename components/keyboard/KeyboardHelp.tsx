import { Keyboard as KeyboardIcon } from 'lucide-react';
import { useId, useRef } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { useBrowserActs } from '@/lib/query/acts.ts';
import { useSettingValue } from '@/lib/query/settings.ts';
import { useKeyAction } from './KeyActions.tsx';
import styles from './Keyboard.module.css';
import { shortcutList } from './shortcuts.ts';

/** The button that lists the single keys, which `?` does as well. */
export function KeyboardHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const { openOptions } = useBrowserActs();
  const isOn = useSettingValue('shortcuts') === true;
  const open = () => dialog.current?.showModal();
  useKeyAction('help', open);
  return (
    <>
      <Button look="icon" aria-haspopup="dialog" aria-label={i18n.t('keyboard.title')} title={i18n.t('keyboard.title')} onClick={open}>
        <KeyboardIcon size={14} aria-hidden="true" />
      </Button>
      <dialog ref={dialog} className={styles.help} aria-labelledby={heading}>
        <h2 id={heading}>{i18n.t('keyboard.title')}</h2>
        <p>{isOn ? i18n.t('keyboard.about') : i18n.t('keyboard.isOff')}</p>
        <dl className={styles.keys}>
          {shortcutList().map(({ key, what }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog" className={styles.acts}>
          <Button type="submit" look="main">
            {i18n.t('keyboard.close')}
          </Button>
          <Button look="link" onClick={openOptions}>
            {i18n.t('keyboard.change')}
          </Button>
        </form>
      </dialog>
    </>
  );
}
