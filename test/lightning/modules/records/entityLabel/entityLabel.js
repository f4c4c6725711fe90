import { api, LightningElement } from 'lwc';

export default class RecordsEntityLabel extends LightningElement {
  @api label;
}
