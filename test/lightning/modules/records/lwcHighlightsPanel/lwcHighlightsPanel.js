import { api, LightningElement } from 'lwc';

export default class RecordsLwcHighlightsPanel extends LightningElement {
  @api page;
}
