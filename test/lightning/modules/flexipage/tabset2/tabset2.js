import { api, LightningElement } from 'lwc';

export default class FlexipageTabset2 extends LightningElement {
  @api page;

  open(event) {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('opentab', { bubbles: true, composed: true, detail: event.currentTarget.dataset.tabValue }));
  }
}
