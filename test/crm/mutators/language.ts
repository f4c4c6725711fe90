import { everyText, everything, type Mutator } from './stage.ts';

/** Labels of the fixtures, in other languages of these CRMs. */
const WORDS: Readonly<Record<string, readonly [german: string, french: string]>> = {
  email: ['E-Mail', 'E-mail'],
  'e-mail': ['E-Mail', 'E-mail'],
  'email address': ['E-Mail-Adresse', 'Adresse e-mail'],
  phone: ['Telefon', 'Téléphone'],
  'phone number': ['Telefonnummer', 'Numéro de téléphone'],
  mobile: ['Mobiltelefon', 'Portable'],
  name: ['Name', 'Nom'],
  'first name': ['Vorname', 'Prénom'],
  'last name': ['Nachname', 'Nom de famille'],
  company: ['Firma', 'Société'],
  'account name': ['Accountname', 'Nom du compte'],
  title: ['Titel', 'Titre'],
  'job title': ['Position', 'Poste'],
  contact: ['Kontakt', 'Contact'],
  lead: ['Lead', 'Piste'],
  account: ['Account', 'Compte'],
  details: ['Details', 'Détails'],
  'contact owner': ['Kontaktinhaber', 'Propriétaire du contact'],
  'lead owner': ['Lead-Inhaber', 'Propriétaire de la piste'],
  owner: ['Inhaber', 'Propriétaire'],
  inbox: ['Posteingang', 'Boîte de réception'],
  conversations: ['Unterhaltungen', 'Conversations'],
};
const LABELLED = ['title', 'aria-label', 'field-label', 'placeholder', 'data-label', 'label'];

export const languageMutators: Readonly<Record<string, Mutator>> = {
  'labels in German': () => translate((word) => WORDS[word]?.[0]),
  'labels in French': () => translate((word) => WORDS[word]?.[1]),
  // No dictionary has every language: what says nothing to it must not be taken for something else.
  'labels in a language unknown': () => translate((word) => (word in WORDS ? `ꯑꯃ ${word.length}` : undefined)),
};

/** Puts other words for labels, also into the middle of a title such as `Maria Gomez | Contact | Salesforce`. */
function translate(of: (word: string) => string | undefined): void {
  const inOther = (text: string) =>
    text.replace(
      /^(\s*)(.*?)((?:\s*\(\d+\))?[\s:*]*)$/s,
      (_all, before, word, after) => `${before}${of(word.toLowerCase()) ?? word}${after}`,
    );
  for (const text of everyText()) text.nodeValue = inOther(text.nodeValue ?? '');
  for (const element of everything()) {
    for (const name of LABELLED) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, inOther(value));
    }
  }
  document.title = document.title.split(' | ').map(inOther).join(' | ');
}
