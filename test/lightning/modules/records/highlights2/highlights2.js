import { api, LightningElement } from 'lwc';

export default class RecordsHighlights2 extends LightningElement {
  @api page;
}
