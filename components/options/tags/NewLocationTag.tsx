import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { Field } from '@/components/options/Field.tsx';
import { isTagIn } from '@/components/tags/tag-choices.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { Tag } from '@/lib/ghl/models.ts';
import type { TagWrites } from './use-tag-writes.ts';

/** Makes a tag that no contact has yet. */
export function NewLocationTag({ tags, writes }: { readonly tags: readonly Tag[]; readonly writes: TagWrites }) {
  const [name, setName] = useState('');
  const tag = name.trim();
  const isThere = isTagIn(
    tags.map((other) => other.name),
    tag,
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    if (tag !== '' && !isThere) writes.commit.mutate({ kind: 'createTag', tag }, { onSuccess: () => setName('') });
  }
  return (
    <form onSubmit={submit}>
      <Field
        label={i18n.t('options.locationTags.new')}
        value={name}
        maxLength={200}
        aria-invalid={isThere}
        {...(isThere ? { hint: i18n.t('options.locationTags.exists') } : {})}
        onChange={setName}
        beside={
          <Button type="submit" disabled={tag === '' || isThere || writes.commit.isPending}>
            {i18n.t('options.locationTags.make')}
          </Button>
        }
      />
    </form>
  );
}
