import { i18n } from '#i18n';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { SecondRecordForm } from './SecondRecordForm.tsx';
import { StepHeading } from './StepHeading.tsx';
import type { Teaching } from './teaching-state.ts';

/** The third step: on another record every field has to show something else. */
export function SecondStep({ tabId, teaching }: { readonly tabId: number; readonly teaching: Teaching }) {
  const { rule, first } = teaching;
  return (
    <>
      <StepHeading step={3}>{i18n.t('teach.second.title')}</StepHeading>
      <p>
        <Phrase sentence={i18n.t('teach.second.what', { site: SLOT })} words={first?.label ?? ''} />
      </p>
      {rule && first && <SecondRecordForm tabId={tabId} teaching={teaching} rule={rule} first={first} />}
    </>
  );
}
