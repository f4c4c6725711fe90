import { api, LightningElement } from 'lwc';

export default class RecordsRecordLayoutLookup extends LightningElement {
  @api field;
}
