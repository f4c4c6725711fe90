import { ArrowUpRight } from 'lucide-react';
import { i18n } from '#i18n';
import { usePanelViews } from '@/components/shell/PanelViews.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { displayText } from '@/lib/core/display-text.ts';

/** Shows a contact in the panel, whatever the page shows. */
export function OpenContact({ contactId, name }: { readonly contactId: string; readonly name: string }) {
  const { openContact } = usePanelViews();
  const label = name === '' ? i18n.t('tasks.unknownContact') : i18n.t('tasks.openOf', { name: displayText(name) });
  return (
    <Button look="icon" aria-label={label} title={label} onClick={() => openContact({ contactId, name })}>
      <ArrowUpRight size={14} aria-hidden="true" />
    </Button>
  );
}
