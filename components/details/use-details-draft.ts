import { useDrafts } from '@/components/drafts/Drafts.tsx';
import { type DetailsDraft, draftKey } from '@/components/drafts/draft.ts';
import { type FieldEdit, type Typed, typedValue } from '@/lib/contact/changes.ts';
import { type ContactFields, type FieldKind, fieldValue } from '@/lib/contact/fields.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import type { ShownField } from './shown-field.ts';

/** A field that can be edited. */
export type EditedField = ShownField & { readonly kind: FieldKind };

interface DetailsForm {
  /** Absent while no form is open for this contact. */
  readonly draft: DetailsDraft | undefined;
  open(): void;
  close(): void;
}

/** The form for a contact's fields: it belongs to the contact it was opened for, and to no other. */
export function useDetailsDraft(target: Target): DetailsForm {
  const drafts = useDrafts();
  const found = drafts.get(draftKey('details', target));
  const draft = found?.kind === 'details' ? found : undefined;
  return {
    draft,
    open: () => draft === undefined && drafts.put({ kind: 'details', target, edits: [] }),
    close: () => draft && drafts.drop(draft),
  };
}

interface EditedValue {
  readonly edit: FieldEdit | undefined;
  readonly typed: Typed;
  /** HighLevel has another value by now than when the person began to change it. */
  readonly hasMoved: boolean;
  change(typed: Typed): void;
  /** Follows HighLevel again. */
  useTheirs(): void;
  /** What is typed is meant to replace what HighLevel has by now. */
  keepMine(): void;
}

/** One field of the form: as HighLevel has it until it is touched, then as it is typed. */
export function useEditedField(draft: DetailsDraft, contact: ContactFields, { field, label, kind }: EditedField): EditedValue {
  const { put } = useDrafts();
  const current = fieldValue(contact, field);
  const edit = draft.edits.find((one) => one.field === field);
  const others = draft.edits.filter((one) => one.field !== field);
  const keep = (from: FieldEdit['from'], typed: Typed) => {
    const edits = isOther(typed, typedValue(kind, from)) ? [...others, { field, label, kind, from, typed }] : others;
    put({ ...draft, edits });
  };
  return {
    edit,
    typed: edit?.typed ?? typedValue(kind, current),
    hasMoved: edit !== undefined && isOther(edit.from, current) && isOther(edit.typed, typedValue(kind, current)),
    change: (typed) => keep(edit?.from ?? current, typed),
    useTheirs: () => put({ ...draft, edits: others }),
    keepMine: () => edit && keep(current, edit.typed),
  };
}

function isOther(a: FieldEdit['from'] | Typed, b: FieldEdit['from'] | Typed): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
