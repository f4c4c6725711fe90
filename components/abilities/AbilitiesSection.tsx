import { i18n } from '#i18n';
import { useOptionsGateway } from '@/components/options/gateway.tsx';
import { OptionSection } from '@/components/options/OptionSection.tsx';
import styles from '@/components/options/options.module.css';
import { useConnectionState } from '@/components/options/use-connection.ts';
import { useSetting } from '@/components/options/use-setting.ts';
import type { Connection } from '@/lib/auth/types.ts';
import { AbilityTable } from './AbilityTable.tsx';
import { byResource, type Known } from './ability.ts';
import { CheckAbilities } from './CheckAbilities.tsx';
import { useTried } from './use-tried.ts';

/** Everything the product can ask of HighLevel, and whether this connection may. */
export function AbilitiesSection() {
  const { data: connection } = useConnectionState();
  return (
    <OptionSection title={i18n.t('abilities.title')} about={i18n.t('abilities.about')}>
      {connection ? (
        <Abilities key={`${connection.locationId} ${connection.connectedAt}`} connection={connection} />
      ) : (
        <p className={styles.quiet}>{i18n.t('abilities.notConnected')}</p>
      )}
    </OptionSection>
  );
}

function Abilities({ connection }: { readonly connection: Connection }) {
  const { abilities, settings } = useOptionsGateway();
  const { value: kept } = useSetting(settings.seenScopes);
  const tried = useTried(connection);
  const isOfThis = kept?.of === `${connection.locationId} ${connection.connectedAt}`;
  const known: Known = { granted: connection.scopes, seen: isOfThis ? kept.scopes : {}, tried: tried.outcomes };
  return (
    <>
      {connection.scopes === undefined && <CheckAbilities tried={tried} />}
      {[...byResource(abilities)].map(([resource, inIt]) => (
        <AbilityTable key={resource} resource={resource} abilities={inIt} known={known} />
      ))}
      <p className={styles.hint}>{i18n.t('abilities.unused')}</p>
    </>
  );
}
