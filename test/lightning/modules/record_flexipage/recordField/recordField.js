import { api, LightningElement } from 'lwc';

export default class RecordFlexipageRecordField extends LightningElement {
  @api field;
}
