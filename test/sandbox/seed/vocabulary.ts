import { idOf, type SandboxState } from '../state.ts';
import { seedIds } from './ids.ts';

const { locations, customFields, workflows } = seedIds;

/** The words a location works with: tags, custom fields, workflows. */
export function seedVocabulary(state: SandboxState): void {
  seedTags(state);
  seedFields(state);
}

const tagNames = {
  harbor: [
    'vip',
    'referral partner',
    'newsletter',
    'new patient',
    'recall due',
    'insurance pending',
    'invisalign',
    'no-show',
    'family plan',
    'spanish',
    'emergency',
    'review requested',
    'treatment plan sent',
    'finance option',
    'do not call',
  ],
  northlight: ['buyer', 'seller', 'landlord'],
} as const;

function seedTags(state: SandboxState): void {
  for (const place of ['harbor', 'northlight'] as const) {
    for (const name of tagNames[place]) {
      const id = idOf(`tag ${place} ${name}`);
      state.tags.set(id, { id, locationId: locations[place], name });
    }
  }
}

function seedFields(state: SandboxState): void {
  const { harbor } = locations;
  const add = (id: string, name: string, dataType: string, model: 'contact' | 'opportunity', picklistOptions?: string[]) =>
    state.customFields.set(id, {
      id,
      locationId: harbor,
      name,
      fieldKey: `${model}.${name.toLowerCase().replaceAll(' ', '_')}`,
      dataType,
      model,
      position: state.customFields.size * 50,
      placeholder: '',
      ...(picklistOptions ? { picklistOptions } : {}),
    });
  add(customFields.doctor, 'Preferred doctor', 'SINGLE_OPTIONS', 'contact', ['Dr. Shah', 'Dr. Becker']);
  add(customFields.plan, 'Insurance plan', 'TEXT', 'contact');
  add(customFields.firstVisit, 'First visit', 'DATE', 'contact');
  add(customFields.budget, 'Budget', 'MONETORY', 'opportunity');
  state.workflows.set(workflows.recall, { id: workflows.recall, locationId: harbor, name: 'Six-month recall', status: 'published' });
  state.workflows.set(workflows.welcome, { id: workflows.welcome, locationId: harbor, name: 'Welcome series', status: 'published' });
}
