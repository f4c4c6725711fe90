import { recordPages } from 'forcegenerated/layouts';
import { api, LightningElement } from 'lwc';

/** The root of a record page; which page it is, is generated for each object. */
export default class OneRecordHomeFlexipage2 extends LightningElement {
  @api page;

  get layout() {
    return recordPages[this.page.object];
  }
}
