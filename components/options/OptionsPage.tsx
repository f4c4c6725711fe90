import { i18n } from '#i18n';
import { AbilitiesSection } from '@/components/abilities/AbilitiesSection.tsx';
import { ConnectionSection } from './ConnectionSection.tsx';
import { ContactsSection } from './ContactsSection.tsx';
import { FavouriteTagsSection } from './FavouriteTagsSection.tsx';
import { LinksSection } from './links/LinksSection.tsx';
import { MacrosSection } from './macros/MacrosSection.tsx';
import { MappingSection } from './mapping/MappingSection.tsx';
import { OptionSection } from './OptionSection.tsx';
import styles from './options.module.css';
import { PanelSection } from './panel/PanelSection.tsx';
import { SitesSection } from './SitesSection.tsx';
import { TaughtSection } from './TaughtSection.tsx';
import { TagsOptions } from './tags/TagsOptions.tsx';
import { UndoSection } from './UndoSection.tsx';

/** Everything a person can set. */
export function OptionsPage() {
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <h1>{i18n.t('options.title')}</h1>
        <p>{i18n.t('manifest.description')}</p>
      </header>
      <ConnectionSection />
      <SitesSection />
      <TaughtSection />
      <LinksSection />
      <MappingSection />
      <ContactsSection />
      <UndoSection />
      <PanelSection />
      <FavouriteTagsSection />
      <TagsOptions />
      <MacrosSection />
      <AbilitiesSection />
      <OptionSection title={i18n.t('options.privacy.title')} about={i18n.t('options.privacy.about')}>
        <ul className={styles.points}>
          <li>{i18n.t('options.privacy.reads')}</li>
          <li>{i18n.t('options.privacy.talks')}</li>
          <li>{i18n.t('options.privacy.keeps')}</li>
          <li>{i18n.t('options.privacy.never')}</li>
        </ul>
      </OptionSection>
    </main>
  );
}
