import { i18n } from '#i18n';
import { useOptionsGateway } from './gateway.tsx';
import styles from './options.module.css';

/** Which scopes to tick when making a token in HighLevel. */
export function ScopeList() {
  const { scopes } = useOptionsGateway();
  return (
    <details className={styles.scopes}>
      <summary>{i18n.t('options.scopes.title')}</summary>
      <Scopes label={i18n.t('options.scopes.read')} scopes={scopes.read} />
      <Scopes label={i18n.t('options.scopes.write')} scopes={scopes.write} />
    </details>
  );
}

function Scopes({ label, scopes }: { readonly label: string; readonly scopes: readonly string[] }) {
  return (
    <>
      <p className={styles.quiet}>{label}</p>
      <ul>
        {scopes.map((scope) => (
          <li key={scope}>
            <code>{scope}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
