import { BellOff } from 'lucide-react';
import { i18n } from '#i18n';
import type { Contact } from '@/lib/ghl/models.ts';
import styles from './Details.module.css';
import { FieldRow } from './FieldRow.tsx';

type Channel = keyof Contact['dndSettings'];

const CHANNELS: Readonly<Record<Channel, () => string>> = {
  call: () => i18n.t('details.channelCall'),
  email: () => i18n.t('details.channelEmail'),
  sms: () => i18n.t('details.channelSms'),
  whatsApp: () => i18n.t('details.channelWhatsApp'),
  gmb: () => i18n.t('details.channelGmb'),
  fb: () => i18n.t('details.channelFb'),
};

/** Says near the contact's name that it does not want to be disturbed; nothing when it may be. */
export function DndLine({ contact }: { readonly contact: Contact }) {
  const channels = silentChannels(contact);
  if (!contact.dnd && channels.length === 0) return null;
  return (
    <p className={styles.dnd}>
      <BellOff size={14} aria-hidden="true" />
      {contact.dnd ? i18n.t('details.dndAll') : i18n.t('details.dndSome', { channels: channels.join(', ') })}
    </p>
  );
}

/** The same among the fields. */
export function DndRow({ contact }: { readonly contact: Contact }) {
  const channels = silentChannels(contact);
  const value = contact.dnd ? i18n.t('details.dndEverything') : channels.join(', ') || i18n.t('details.dndOff');
  return <FieldRow label={i18n.t('details.dnd')} value={value} />;
}

/** Channels on which nothing may be sent; `permanent` is what HighLevel itself does not lift. */
function silentChannels({ dndSettings }: Contact): readonly string[] {
  // What an older version remembered may not have them.
  return Object.entries(dndSettings ?? {}).flatMap(([channel, { status }]) => {
    // The schema lets these channels through only.
    const name = CHANNELS[channel as Channel]();
    if (status === 'permanent') return [i18n.t('details.dndForGood', { channel: name })];
    return status === 'active' ? [name] : [];
  });
}
