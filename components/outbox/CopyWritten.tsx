import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import type { Operation } from '@/lib/outbox/entry.ts';
import { writtenText } from './written-text.ts';

/** Takes the words of a write that did not arrive elsewhere: what it was for may be gone for good. */
export function CopyWritten({ operation }: { readonly operation: Operation }) {
  const [isCopied, setCopied] = useState(false);
  const text = writtenText(operation);
  if (text === undefined) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Button look="link" onClick={() => void copy()}>
      <span aria-live="polite">{isCopied ? i18n.t('drafts.copied') : i18n.t('drafts.copy')}</span>
    </Button>
  );
}
