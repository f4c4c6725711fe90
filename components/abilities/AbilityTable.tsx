import { Check, CircleHelp, X } from 'lucide-react';
import { i18n } from '#i18n';
import styles from './Abilities.module.css';
import { type Ability, type Known, type Resource, type Standing, standingOf } from './ability.ts';
import { abilityWords, resourceWords } from './ability-words.ts';

interface AbilityTableProps {
  readonly resource: Resource;
  readonly abilities: readonly Ability[];
  readonly known: Known;
}

/** The abilities around one kind of thing, folded under how many of them there are. */
export function AbilityTable({ resource, abilities, known }: AbilityTableProps) {
  const rows = abilities.map((ability) => ({ ability, standing: standingOf(ability, known) }));
  const count = rows.filter(({ standing }) => standing === 'yes').length;
  return (
    <details className={styles.resource}>
      <summary>
        {resourceWords(resource)} <span className={styles.count}>{i18n.t('abilities.of', { count, all: rows.length })}</span>
      </summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{i18n.t('abilities.what')}</th>
            <th scope="col">{i18n.t('abilities.scope')}</th>
            <th scope="col">{i18n.t('abilities.has')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ ability, standing }) => (
            <tr key={ability.name}>
              <th scope="row">{abilityWords(ability.name)}</th>
              <td>
                <code>{ability.scope}</code>
              </td>
              <td>
                <StandingWord standing={standing} isWrite={ability.effect === 'write'} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const SIGNS = { yes: Check, no: X, unknown: CircleHelp } as const;

function StandingWord({ standing, isWrite }: { readonly standing: Standing; readonly isWrite: boolean }) {
  const Sign = SIGNS[standing];
  return (
    <span className={`${styles.standing} ${styles[standing]}`}>
      <Sign size={14} aria-hidden="true" />
      {standing === 'unknown' && isWrite ? i18n.t('abilities.unknownWrite') : i18n.t(`abilities.${standing}`)}
    </span>
  );
}
