/**
 * What a label may announce; `other` people's data and headings of `section`s are known so that they are not mistaken, and
 * so are `tool`s that hold what the user types, and settings of the user's own `mailbox`es.
 */
export type LabelKey = 'name' | 'first' | 'last' | 'company' | 'email' | 'phone' | 'other' | 'section' | 'tool' | 'mailbox';

/** Labels in English, French and German, separated by bars; with them go the usual names of inputs. */
const WORDS: Readonly<Record<LabelKey, string>> = {
  name: 'name|full name|contact name|nom|nom complet',
  first: 'first name|given name|prénom|vorname',
  last: 'last name|surname|family name|nom de famille|nachname',
  company: 'company|company name|organization|entreprise|société|firma|unternehmen',
  email: 'email|email address|work email|business email|primary email|courriel|adresse email|email adresse',
  phone:
    'phone|phone number|telephone|tel|work phone|business phone|mobile|mobile phone|mobile number|cell phone|téléphone|numéro de téléphone|portable|telefon|telefonnummer|mobiltelefon|handy',
  other:
    'owner|contact owner|account owner|record owner|assigned to|from|to|sender|cc|created by|modified by|manager|reports to|assistant|referred by|related contacts|colleagues|team|participants|propriétaire|assigné à|de|expéditeur|créé par|responsable|collègues|équipe|inhaber|besitzer|zugewiesen an|zuständig|von|absender|erstellt von|vorgesetzter|kollegen',
  section:
    'contact|contacts|lead|leads|prospect|prospects|people|details|contact details|contact information|contact info|information|overview|profile|about|general|prospect details|conversation|inbox|activity|notes|tasks|tags|history|détails|coordonnées|activité|kontakt|kontakte|kontaktdaten|übersicht|notizen',
  tool: 'filters|filter|preview|new message|new conversation|send test email|filtres|aperçu|nouveau message|vorschau|neue nachricht',
  mailbox: 'daily limit|daily sending limit|sending limit|signature|email signature|limite quotidienne|tageslimit|signatur',
};

const KEYS = new Map<string, LabelKey>();
addLabels(WORDS);

/** Makes more labels known, written as above. */
export function addLabels(words: Readonly<Partial<Record<LabelKey, string>>>): void {
  for (const [key, list] of Object.entries(words)) for (const word of list.split('|')) KEYS.set(fold(word), key as LabelKey); // the record's own keys
}

/** The letters of a text alone, without case, accents and signs: `E-Mail *:` and `e_mail` are both `email`. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\P{L}/gu, '').toLowerCase();
}

/** What the whole text announces, if it is a label that is known. */
export function labelKey(text: string): LabelKey | undefined {
  return text.length > 40 ? undefined : KEYS.get(fold(text));
}
