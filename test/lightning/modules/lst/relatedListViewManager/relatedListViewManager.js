import { api, LightningElement } from 'lwc';

export default class LstRelatedListViewManager extends LightningElement {
  @api list;

  act({ detail }) {
    this.dispatchEvent(new CustomEvent('editrecord', { bubbles: true, composed: true, detail: detail.row.id }));
  }
}
