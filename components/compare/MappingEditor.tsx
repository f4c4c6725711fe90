import { useState } from 'react';
import { i18n } from '#i18n';
import { customFields, standardFields } from '@/components/details/shown-field.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { STANDARD_MAPPING } from '@/lib/contact/compare.ts';
import type { FieldMapping } from '@/lib/contact/mapping.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact } from '@/lib/ghl/models.ts';
import { useCustomFields } from '@/lib/query/custom-fields.ts';
import { usePageFields, useSiteMapping } from '@/lib/query/page-form.ts';
import styles from './Mapping.module.css';
import { MappingLine } from './MappingLine.tsx';
import { type EditedLine, MAX_LINES, moved, newLine } from './mapping-lines.ts';
import { knownFields, useOwners } from './use-comparison.ts';

interface MappingEditorProps {
  readonly tabId: number;
  readonly page: DetectedContact;
  readonly contact: Contact;
  readonly onClose: () => void;
}

const asLines = (mapping: readonly FieldMapping[]): readonly EditedLine[] => mapping.map((line, id) => ({ id, line }));
const focus = (element: HTMLElement | null) => element?.focus();

/** How the site's fields become HighLevel's, with what the page shows now as a sample of each line. */
export function MappingEditor({ tabId, page, contact, onClose }: MappingEditorProps) {
  const { own, save, isSaving, error } = useSiteMapping(page.crm);
  const [lines, setLines] = useState(() => asLines(own ?? STANDARD_MAPPING));
  const { data: fields = [], error: unread, refetch } = usePageFields(tabId, page, true);
  const definitions = useCustomFields(true);
  const known = knownFields([...standardFields(), ...customFields(definitions.fields ?? [])]);
  const users = useOwners(lines.map(({ line }) => line));
  const sides = { page, fields, contact, users };
  const change = (id: number, line: FieldMapping) => setLines(lines.map((one) => (one.id === id ? { id, line } : one)));
  const keep = (mapping: readonly FieldMapping[] | undefined) => save(mapping, { onSuccess: onClose });
  return (
    <section className={styles.editor} aria-label={i18n.t('mapping.title')}>
      <p ref={focus} tabIndex={-1}>
        {i18n.t('mapping.about')}
      </p>
      {unread !== null && <ErrorNote error={unread} onRetry={() => void refetch()} />}
      {definitions.error !== null && <ErrorNote error={definitions.error} />}
      <ol>
        {lines.map(({ id, line }, at) => (
          <MappingLine
            key={id}
            line={line}
            position={{ at, last: lines.length - 1, first: lines.findIndex((one) => one.line.to === line.to) }}
            known={known}
            sides={sides}
            onChange={(next) => change(id, next)}
            onMove={(by) => setLines(moved(lines, at, by))}
            onRemove={() => setLines(lines.filter((one) => one.id !== id))}
          />
        ))}
      </ol>
      <Button disabled={lines.length >= MAX_LINES} onClick={() => setLines([...lines, newLine(lines, fields, known)])}>
        {i18n.t('mapping.add')}
      </Button>
      {error !== null && <ErrorNote error={error} />}
      <div className={styles.acts}>
        <Button look="main" disabled={isSaving || lines.length === 0} onClick={() => keep(lines.map(({ line }) => line))}>
          {i18n.t('mapping.save')}
        </Button>
        <Button onClick={onClose}>{i18n.t('mapping.cancel')}</Button>
        {own !== undefined && (
          <Button look="link" disabled={isSaving} onClick={() => keep(undefined)}>
            {i18n.t('mapping.standard')}
          </Button>
        )}
      </div>
    </section>
  );
}
