import { api, LightningElement } from 'lwc';

export default class EmailuiFormattedEmailAccount extends LightningElement {
  @api value;
}
