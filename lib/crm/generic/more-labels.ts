import { addLabels } from './labels.ts';

/** Labels that only pages show which somebody teaches: Spanish, Portuguese, Italian, Dutch, Japanese, and rarer words. */
export function knowMoreLabels(): void {
  addLabels({
    name: 'lead name|nom du contact|vollständiger name|nombre|nombre completo|nome|nome completo|naam|volledige naam|氏名|名前|お名前',
    first: 'fname|primer nombre|primeiro nome|voornaam|名',
    last: 'lname|familienname|apellido|apellidos|sobrenome|apelido|cognome|achternaam|姓',
    company:
      'organisation|account name|nom de l’entreprise|nom de la société|empresa|azienda|società|bedrijf|bedrijfsnaam|organisatie|会社|会社名',
    email:
      'main email|contact email|adresse courriel|email professionnel|correo|correo electrónico|endereço de email|indirizzo email|emailadres|メール|メールアドレス',
    phone:
      'primary phone|contact number|cell|téléphone portable|mobil|teléfono|número de teléfono|móvil|celular|telefone|telemóvel|telefono|numero di telefono|cellulare|telefoon|telefoonnummer|mobiel|電話|電話番号|携帯電話|携帯',
    other:
      'lead owner|assignee|updated by|added by|spouse|team members|modifié par|ajouté par|attribué à|geändert von|propietario|asignado a|remitente|creado por|proprietário|responsável|proprietario|assegnato a|eigenaar|toegewezen aan|afzender|所有者|担当者|差出人|作成者',
    section:
      'summary|personal information|personal details|messages|activities|dashboard|sequences|édition|allgemein|aktivitäten|contacto|detalles|contato|detalhes|contatto|dettagli|gegevens|連絡先|詳細|詳細情報',
  });
}
