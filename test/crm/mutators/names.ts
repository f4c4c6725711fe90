import { everything, type Mutator, type Stage } from './stage.ts';

/** What a new build of the CRM, or the next load, changes in names that nobody sees. */
export const nameMutators: Readonly<Record<string, Mutator>> = {
  'classes renamed': (stage) => renameClasses(stage, () => `c${Math.floor(stage.random() * 1e6)}`),
  'classes hashed': (stage) => renameClasses(stage, (name) => `${name}_${Math.floor(stage.random() * 1e9).toString(36)}`),
  'data attributes dropped': () => {
    for (const element of everything()) {
      for (const name of element.getAttributeNames()) if (name.startsWith('data-')) element.removeAttribute(name);
    }
  },
  'ids regenerated': regenerateIds,
};

function renameClasses(_stage: Stage, rename: (name: string) => string): void {
  const names = new Map<string, string>();
  const renamed = (name: string) => {
    const known = names.get(name) ?? rename(name);
    names.set(name, known);
    return known;
  };
  for (const element of everything('[class]')) {
    element.setAttribute('class', [...element.classList].map(renamed).join(' '));
  }
}

/** Ids and what refers to them; those of Salesforce Classic are the same in every org. */
function regenerateIds({ random }: Stage): void {
  const ids = new Map(
    everything('[id]')
      .map(({ id }) => id)
      .filter((id) => !/_ile|^name_|^(?:con|lea|acc|PA)\d/.test(id))
      .map((id) => [id, `x${Math.floor(random() * 1e9)}`]),
  );
  for (const element of everything()) {
    for (const name of ['id', 'for', 'aria-controls', 'aria-labelledby', 'aria-describedby', 'aria-owns', 'list', 'headers']) {
      const value = element.getAttribute(name);
      if (value !== null)
        element.setAttribute(
          name,
          value.replace(/\S+/g, (id) => ids.get(id) ?? id),
        );
    }
  }
}
