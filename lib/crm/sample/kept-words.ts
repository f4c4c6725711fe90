import { labelKey } from '../generic/labels.ts';

/** Labels and headings beside those that announce a person's data: words of the product, of nobody's life. In lower case. */
const LABELS = [
  'account,accounts,title,job title,sequence,campaigns,files,tags,notes,reports,settings,tasks,home,search,status,website,fax,linkedin',
  'address,city,state,country,salutation,save,cancel,edit,delete,close,new,previous,next,reply,send,to,subject,message,preview,opt out',
  'home phone,other phone,contact phone,opportunities,cases,related,activity,get in touch,lead information,sales,details,record type',
  'salesforce,salesmsg,salesmessage,saleshandy,salesnexus,user,users,business account,person account,participants,description',
  'compte,piste,poste,titre,numéro,adresse e-mail,nom du compte,titel,kunde,kundenname,accountname,position,cuenta,cargo,conta,conto,cliente',
  'nombre,nombre completo,apellido,apellidos,correo,correo electrónico,teléfono,móvil,celular,empresa,contacto,propietario',
  'nome,nome completo,cognome,sobrenome,telefono,telefone,cellulare,azienda,società,contatto,contato,proprietario,detalhes,dettagli',
  'naam,voornaam,achternaam,telefoon,telefoonnummer,mobiel,bedrijf,bedrijfsnaam,eigenaar,gegevens',
  '名前,氏名,姓,名,メール,メールアドレス,電話,電話番号,携帯,携帯電話,会社,会社名,所有者,担当者,詳細,詳細情報,連絡先,取引先責任者',
  'リード,取引先名,取引先,役職,関連,活動,ホーム,商談,住所,説明,保存,編集',
];
const labels = new Set(LABELS.join(',').split(','));

/** Whether the text as a whole is a label that is known. A count, a colon or a star around it are no part of it, any other digit is. */
export function isLabel(text: string): boolean {
  const bare = text.replace(/\(\d{1,3}\)|[*:：]/g, '').trim();
  return /^[\p{L}\p{M}\s'’-]+$/u.test(bare) && (labels.has(bare.toLowerCase()) || labelKey(bare) !== undefined);
}

const ROUTE = new Set(
  (
    'lightning,r,o,one,app,sobject,view,edit,list,related,page,home,contact,contacts,lead,leads,account,accounts,person,people,name,user,users,' +
    'opportunity,opportunities,case,cases,task,tasks,event,campaign,setup,console,new,create,details,search,inbox,conversations,conversation,' +
    'prospects,prospect,sequence,sequences,steps,crm,customer,customers,client,clients,company,companies,deal,deals,record,records,settings,' +
    'reports,threads,thread,messages,message,auth,login,demo,profile,team,id,cid,contactid,contact_id,ws,filtername,recent,phone,email,tab,view,' +
    'related_list_view,javascript,void,www,my,logon,web,portal,beta,app-beta,api,sandbox,one.app,005,me,overview,activity,index,main,dashboard,call,linkedin,calls,aspx,php,html,htm,jsp,do,cfm'
  ).split(','),
);

/** Whether a part of an address is a word that products use for their routes, or several with dots between (`contact.aspx`). */
export const isRouteWord = (part: string): boolean => part.split('.').every((word) => ROUTE.has(word.toLowerCase()));

/** Words around names that name nobody. */
export const isSalutation = (word: string): boolean => /^(?:mr|ms|mrs|mx|dr|prof|herr|frau|mme|mlle|sr|sra|srta|様|さん)$/i.test(word);

/** Whether a name in the page's code (a part of a class, a tag or a test id) is a word of products, not of people. */
export const isCodeWord = (word: string): boolean => ROUTE.has(word.toLowerCase()) || isLabel(word);
