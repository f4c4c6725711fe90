/** What a label may announce; `other` people's data and headings of `section`s are known so that they are not mistaken. */
export type LabelKey = 'name' | 'first' | 'last' | 'company' | 'email' | 'phone' | 'other' | 'section';

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
    'owner|contact owner|account owner|assigned to|from|sender|cc|created by|modified by|manager|reports to|assistant|referred by|related contacts|colleagues|team|participants|propriétaire|assigné à|de|expéditeur|créé par|responsable|collègues|équipe|inhaber|besitzer|zugewiesen an|zuständig|von|absender|erstellt von|vorgesetzter|kollegen',
  section:
    'contact|contacts|lead|leads|prospect|prospects|people|details|contact details|contact information|contact info|information|overview|profile|about|general|prospect details|conversation|inbox|activity|notes|tasks|tags|history|détails|coordonnées|activité|kontakt|kontakte|kontaktdaten|übersicht|notizen',
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
