/** What a label may announce; `other` people's data and headings of `section`s are known so that they are not mistaken. */
export type LabelKey = 'name' | 'first' | 'last' | 'company' | 'email' | 'phone' | 'other' | 'section';

/** The labels themselves, in English, French, German, Spanish, Portuguese, Italian, Dutch and Japanese; also usual names of inputs. */
const WORDS: Readonly<Record<LabelKey, string>> = {
  name: 'name|full name|contact name|lead name|prospect name|nom|nom complet|nom du contact|vollständiger name|nombre|nombre completo|nome|nome completo|naam|volledige naam|氏名|名前|お名前',
  first: 'first name|given name|fname|prénom|vorname|primer nombre|primeiro nome|voornaam|名',
  last: 'last name|surname|family name|lname|nom de famille|nachname|familienname|apellido|apellidos|sobrenome|apelido|cognome|achternaam|姓',
  company:
    'company|company name|organization|organisation|account name|entreprise|société|nom de l’entreprise|nom de la société|firma|unternehmen|empresa|azienda|società|bedrijf|bedrijfsnaam|会社|会社名',
  email:
    'email|email address|work email|email work|business email|primary email|main email|contact email|courriel|adresse email|adresse courriel|email professionnel|email adresse|correo|correo electrónico|endereço de email|indirizzo email|emailadres|メール|メールアドレス',
  phone:
    'phone|phone number|telephone|tel|work phone|business phone|primary phone|contact number|mobile|mobile phone|mobile number|cell|cell phone|téléphone|numéro de téléphone|portable|téléphone portable|telefon|telefonnummer|mobil|handy|mobiltelefon|teléfono|número de teléfono|móvil|celular|telefone|telemóvel|telefono|numero di telefono|cellulare|telefoon|telefoonnummer|mobiel|電話|電話番号|携帯電話|携帯',
  other:
    'owner|contact owner|lead owner|account owner|record owner|assigned to|assignee|assigned user|from|sender|sender account|cc|bcc|reply to|created by|added by|updated by|modified by|last modified by|manager|reports to|assistant|spouse|referred by|related contacts|related people|colleagues|team|team members|participants|followers|propriétaire|propriétaire du contact|assigné à|attribué à|de|expéditeur|créé par|ajouté par|modifié par|responsable|collègues|équipe|inhaber|besitzer|kontaktinhaber|zugewiesen an|zuständig|von|absender|erstellt von|geändert von|vorgesetzter|kollegen|propietario|asignado a|remitente|creado por|proprietário|responsável|proprietario|assegnato a|eigenaar|toegewezen aan|afzender|所有者|担当者|差出人|作成者',
  section:
    'contact|contacts|lead|leads|prospect|prospects|people|details|contact details|contact information|contact info|information|informations|general|overview|profile|about|summary|prospect details|prospect information|lead details|personal information|personal details|conversation|conversations|inbox|messages|activity|activities|notes|tasks|tags|history|sequences|dashboard|edit contact|edit prospect|add contact|add prospect|new contact|login|sign in|détails|détails du contact|détails du prospect|coordonnées|activité|séquences|boîte de réception|kontakt|kontakte|kontaktdaten|kontaktinformationen|informationen|allgemein|übersicht|aktivitäten|notizen|contacto|detalles|contato|detalhes|contatto|dettagli|gegevens|連絡先|取引先責任者|詳細|詳細情報',
};

const KEYS = new Map(
  Object.entries(WORDS).flatMap(([key, words]) => words.split('|').map((word) => [fold(word), key as LabelKey])), // the record's own keys
);

/** The letters of a text alone, without case, accents and signs: `E-Mail *:` and `e_mail` are both `email`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

/** What the whole text announces, if it is a label that is known. */
export function labelKey(text: string): LabelKey | undefined {
  return text.length > 40 ? undefined : KEYS.get(fold(text));
}
