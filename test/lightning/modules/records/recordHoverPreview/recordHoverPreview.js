import { api, LightningElement } from 'lwc';

export default class RecordsRecordHoverPreview extends LightningElement {
  @api page;
}
