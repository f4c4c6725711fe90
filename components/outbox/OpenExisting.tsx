import { i18n } from '#i18n';
import { usePanelViews } from '@/components/shell/PanelViews.tsx';
import { Button } from '@/components/ui/Button.tsx';

interface OpenExistingProps {
  readonly contactId: string;
  readonly name: string | undefined;
}

/** Somebody else has this e-mail or phone already: shows who. */
export function OpenExisting({ contactId, name = '' }: OpenExistingProps) {
  const { openContact } = usePanelViews();
  return (
    <Button look="link" onClick={() => openContact({ contactId, name })}>
      {i18n.t('create.openExisting')}
    </Button>
  );
}
