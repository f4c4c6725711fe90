import { fieldMutators } from './mutators/fields.ts';
import { hostMutators } from './mutators/hosts.ts';
import { languageMutators } from './mutators/language.ts';
import { layoutMutators } from './mutators/layout.ts';
import { nameMutators } from './mutators/names.ts';
import { peopleMutators } from './mutators/people.ts';
import type { Mutator } from './mutators/stage.ts';

/** Ways a page may differ from its fixture without being another person's, by what they do. */
export const mutators: Readonly<Record<string, Mutator>> = {
  ...nameMutators,
  ...languageMutators,
  ...layoutMutators,
  ...fieldMutators,
  ...peopleMutators,
  ...hostMutators,
};
