import { api, LightningElement } from 'lwc';

export default class RecordsLwcDetailPanel extends LightningElement {
  @api page;
}
