import { api, LightningElement } from 'lwc';

export default class RecordsBaseRecordForm extends LightningElement {
  @api page;

  close() {
    this.dispatchEvent(new CustomEvent('closeform', { bubbles: true, composed: true }));
  }
}
