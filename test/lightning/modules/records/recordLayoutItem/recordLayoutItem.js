import { api, LightningElement } from 'lwc';

/** One field of a layout. Its label is an attribute too, in the user's language; the API name is not translated. */
export default class RecordsRecordLayoutItem extends LightningElement {
  @api field;
  @api isEdited;

  get editLabel() {
    return `Edit ${this.field.label}`;
  }

  connectedCallback() {
    this.setAttribute('field-label', this.field.label);
  }

  edit() {
    this.dispatchEvent(new CustomEvent('editfields', { bubbles: true, composed: true }));
  }
}
