import { org } from './org.ts';

const ENGLISH = {
  Contact: 'Contact',
  Lead: 'Lead',
  Account: 'Account',
  User: 'User',
  Name: 'Name',
  AccountName: 'Account Name',
  Title: 'Title',
  Email: 'Email',
  Phone: 'Phone',
  MobilePhone: 'Mobile',
  Fax: 'Fax',
  AssistantPhone: 'Asst. Phone',
  ReportsToId: 'Reports To',
  OwnerId: 'Owner',
  CreatedById: 'Created By',
  Company: 'Company',
  Website: 'Website',
  details: 'Details',
  related: 'Related',
  activity: 'Activity',
  opportunities: 'Opportunities',
  colleagues: 'Colleagues',
  contacts: 'Contacts',
  edit: 'Edit',
  recent: 'Recently Viewed',
};

export type Label = keyof typeof ENGLISH;

const JAPANESE: Readonly<Record<Label, string>> = {
  Contact: '取引先責任者',
  Lead: 'リード',
  Account: '取引先',
  User: 'ユーザー',
  Name: '名前',
  AccountName: '取引先名',
  Title: '役職',
  Email: 'メール',
  Phone: '電話',
  MobilePhone: '携帯',
  Fax: 'Fax',
  AssistantPhone: 'アシスタント電話',
  ReportsToId: '上司',
  OwnerId: '所有者',
  CreatedById: '作成者',
  Company: '会社名',
  Website: 'Web サイト',
  details: '詳細',
  related: '関連',
  activity: '活動',
  opportunities: '商談',
  colleagues: '同僚',
  contacts: '取引先責任者',
  edit: '編集',
  recent: '最近参照したデータ',
};

/** What the user interface says, in the language of the org. */
export const labels: Readonly<Record<Label, string>> = org.isJapanese ? JAPANESE : ENGLISH;
