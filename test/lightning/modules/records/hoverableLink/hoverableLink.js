import { api, LightningElement } from 'lwc';

export default class RecordsHoverableLink extends LightningElement {
  @api field;

  get preview() {
    return `Open ${this.field.text} Preview`;
  }
}
