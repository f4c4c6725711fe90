import { fold, type LabelKey, labelKey } from '../generic/labels.ts';

/** Salesforce's own labels of a person's fields, in the languages it comes in beyond those that all pages are read in. */
const LABELS = {
  email: 'correo electrónico|e-post|e-posta|sähköposti|эл. почта|メール|电子邮件|電子郵件|이메일|อีเมล|البريد الإلكتروني',
  phone:
    'téléphone portable|teléfono|teléfono móvil|móvil|celular|telefone|telefone celular|telemóvel|telefono|cellulare|telefoon|mobiel|telefon|mobil|puhelin|телефон|電話|携帯|携帯電話|电话|手机|電話|手機|전화|휴대폰',
  company:
    'account|account name|accountname|compte|nom du compte|cuenta|nombre de la cuenta|nome da conta|conta|nome account|取引先|取引先名|客户名|客戶名|계정 이름',
} as const;

const KEYS = new Map(Object.entries(LABELS).flatMap(([key, list]) => list.split('|').map((label) => [fold(label), key])));

/** Whether a label is that of the person's own field; one that is not known may be of anybody: `Owner Email`, `Asst. Phone`. */
export function isLabelOf(key: Extract<LabelKey, 'email' | 'phone' | 'company'>, label = ''): boolean {
  return labelKey(label) === key || KEYS.get(fold(label)) === key;
}
