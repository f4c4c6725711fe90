/** Labels that CRMs write beside a person's fields: words of the product, of nobody's life. Compared in lower case. */
const LABELS = [
  'name,first name,last name,full name,email,e-mail,email address,phone,phone number,mobile,mobile phone,home phone,other phone,work phone',
  'company,company name,account,account name,organization,title,job title,contact,contacts,lead,leads,account owner,contact owner,lead owner',
  'contact details,details,related,activity,prospect,prospects,prospect details,conversation,conversations,inbox,sequence,sequences,tags,notes',
  'address,city,state,country,website,fax,linkedin,owner,status,assistant,reports to,created by,last modified by,salutation,save,cancel,edit',
  'delete,close,search,home,tasks,reports,settings,new,previous,next,reply,send,from,to,cc,bcc,subject,message,salesforce,salesmsg,salesmessage',
  'saleshandy,salesnexus,opportunities,cases,campaigns,files,about,get in touch,contact information,lead information,sales,preview,opt out',
  'nom,prénom,téléphone,mobile,portable,société,entreprise,adresse e-mail,courriel,compte,piste,poste,nom complet,numéro de téléphone',
  'nachname,vorname,telefon,mobiltelefon,firma,unternehmen,e-mail-adresse,kontakt,kunde,kontakte,titel,inhaber,accountname',
  'nombre,apellido,apellidos,teléfono,móvil,empresa,correo electrónico,correo,contacto,cuenta,cargo,nombre de la cuenta',
  'cognome,telefono,cellulare,azienda,società,contatto,telefone,celular,conta,contato,naam,voornaam,achternaam,telefoon,bedrijf,mobiel',
  '名前,氏名,姓,名,メール,メールアドレス,電話,携帯,携帯電話,会社,会社名,取引先名,取引先責任者,リード,役職,所有者,詳細,関連,活動',
];
const labels = new Set(LABELS.join(',').split(','));

/** Whether the text as a whole is a label of the list; a count, a colon or a star around it are no part of it. */
export function isLabel(text: string): boolean {
  const bare = text.replace(/\(\d{1,3}\)|[*:：]/g, '').trim();
  return labels.has(bare.toLowerCase());
}

const ROUTE = new Set(
  (
    'lightning,r,o,one,app,sobject,view,edit,list,related,page,home,contact,contacts,lead,leads,account,accounts,person,people,name,user,users,' +
    'opportunity,opportunities,case,cases,task,tasks,event,campaign,setup,console,new,create,details,search,inbox,conversations,conversation,' +
    'prospects,prospect,sequence,sequences,steps,crm,customer,customers,client,clients,company,companies,deal,deals,record,records,settings,' +
    'reports,threads,thread,messages,message,auth,login,demo,profile,team,id,cid,contactid,contact_id,ws,filtername,recent,phone,email,tab,view,' +
    'related_list_view,javascript,void,www,my,logon,web,portal,beta,app-beta,api,sandbox,one.app,005,me,overview,activity,index,main,dashboard'
  ).split(','),
);

/** Whether a part of an address is a word that products use for their routes. */
export const isRouteWord = (part: string): boolean => ROUTE.has(part.toLowerCase());

/** Words around names that name nobody. */
export const isSalutation = (word: string): boolean => /^(?:mr|ms|mrs|mx|dr|prof|herr|frau|mme|mlle|sr|sra|srta|様|さん)$/i.test(word);

/** Whether a name in the page's code (a part of a class, a tag or a test id) is a word of products, not of people. */
export const isCodeWord = (word: string): boolean => ROUTE.has(word.toLowerCase()) || labels.has(word.toLowerCase());
