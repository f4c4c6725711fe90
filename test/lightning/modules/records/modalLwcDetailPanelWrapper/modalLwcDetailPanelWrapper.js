import { api, LightningElement } from 'lwc';

export default class RecordsModalLwcDetailPanelWrapper extends LightningElement {
  @api page;
}
