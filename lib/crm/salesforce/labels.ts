/** Labels of a person's own fields in Salesforce's languages, its own ones and the usual ones of admins. */
const LABELS = {
  email:
    'email|email address|work email|business email|primary email|courriel|adresse email|correo electrónico|e-post|e-posta|sähköposti|эл. почта|メール|电子邮件|電子郵件|이메일|อีเมล|البريد الإلكتروني',
  phone:
    'phone|business phone|work phone|mobile|mobile phone|home phone|other phone|téléphone|téléphone portable|mobile|telefon|telefon privat|mobiltelefon|teléfono|teléfono móvil|móvil|celular|telefone|telefone celular|telemóvel|telefono|cellulare|telefoon|mobiel|mobil|puhelin|телефон|電話|携帯|携帯電話|电话|手机|手機|전화|휴대폰',
  company:
    'account|account name|accountname|company|compte|nom du compte|cuenta|nombre de la cuenta|nome da conta|conta|nome account|取引先|取引先名|客户名|客戶名|계정 이름',
} as const;

/** The letters of a text alone: `E-Mail` is `email`. */
const fold = (text: string) => text.toLowerCase().replace(/\P{L}/gu, '');

/** Whether a label is that of the person's own field; one that is not known may be of anybody: `Owner Email`, `Asst. Phone`. */
export function isLabelOf(key: keyof typeof LABELS, label = ''): boolean {
  return label !== '' && LABELS[key].split('|').map(fold).includes(fold(label));
}
