import { api, LightningElement } from 'lwc';

export default class EmailuiFormattedEmailWrapper extends LightningElement {
  @api value;
}
