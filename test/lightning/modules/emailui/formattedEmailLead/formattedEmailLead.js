import { api, LightningElement } from 'lwc';

export default class EmailuiFormattedEmailLead extends LightningElement {
  @api value;
}
