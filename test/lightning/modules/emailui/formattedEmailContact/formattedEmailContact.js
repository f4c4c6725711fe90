import { api, LightningElement } from 'lwc';

export default class EmailuiFormattedEmailContact extends LightningElement {
  @api value;
}
