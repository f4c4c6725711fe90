import { useState } from 'react';
import { i18n } from '#i18n';
import { fieldList } from '@/components/site/field-names.ts';
import { hostOfOrigin } from '@/components/site/site-address.ts';
import { Button } from '@/components/ui/Button.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { TaughtSite } from '@/lib/sites/acts.ts';
import type { SiteView } from '@/lib/sites/site.ts';
import { EditRule } from './EditRule.tsx';
import { ForgetRule } from './ForgetRule.tsx';
import styles from './options.module.css';
import { SiteSwitch } from './SiteSwitch.tsx';
import { saveRuleFile } from './save-rule-file.ts';

interface TaughtRowProps {
  readonly taught: TaughtSite;
  /** The same site among all; `undefined` until they are read. */
  readonly site: SiteView | undefined;
}

/** One taught site: its switch, how well it holds, and what can be done with what was taught. */
export function TaughtRow({ taught, site }: TaughtRowProps) {
  const { rule } = taught;
  const [open, setOpen] = useState<'edit' | 'remove'>();
  const label = displayText(rule.label);
  const toggle = (what: 'edit' | 'remove') => setOpen(open === what ? undefined : what);
  const close = () => setOpen(undefined);
  return (
    <SiteSwitch site={site ?? asResting(taught)} about={`${hostOfOrigin(rule.origin)} · ${healthText(taught)}`}>
      <div className={styles.acts}>
        <Button
          look="link"
          aria-expanded={open === 'edit'}
          aria-label={i18n.t('options.taught.editOf', { site: label })}
          onClick={() => toggle('edit')}
        >
          {i18n.t('options.taught.edit')}
        </Button>
        <Button look="link" aria-label={i18n.t('options.taught.exportOf', { site: label })} onClick={() => saveRuleFile(rule)}>
          {i18n.t('options.taught.export')}
        </Button>
        <Button
          look="link"
          aria-expanded={open === 'remove'}
          aria-label={i18n.t('options.taught.removeOf', { site: label })}
          onClick={() => toggle('remove')}
        >
          {i18n.t('options.taught.remove')}
        </Button>
      </div>
      {open === 'edit' && <EditRule key={rule.taughtAt} rule={rule} onDone={close} />}
      {open === 'remove' && <ForgetRule rule={rule} onStay={close} />}
    </SiteSwitch>
  );
}

/** How the site is shown for the moment in which only its rule is known. */
function asResting({ rule }: TaughtSite): SiteView {
  return { id: rule.origin, label: rule.label, kind: 'taught', state: 'paused', patterns: [`${rule.origin}/*`], failing: [] };
}

function healthText({ successes, failures, missing }: TaughtSite): string {
  const read = i18n.t('options.taught.read', successes);
  return failures === 0 ? read : `${read} ${i18n.t('options.taught.failed', failures, { fields: fieldList(missing) })}`;
}
