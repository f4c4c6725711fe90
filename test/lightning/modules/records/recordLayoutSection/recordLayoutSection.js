import { api, LightningElement } from 'lwc';

export default class RecordsRecordLayoutSection extends LightningElement {
  @api section;
}
