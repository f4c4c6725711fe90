import { api, LightningElement } from 'lwc';

export default class RecordsHighlightsDetailsItem extends LightningElement {
  @api field;
}
