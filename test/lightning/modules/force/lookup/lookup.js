import { api, LightningElement } from 'lwc';

export default class ForceLookup extends LightningElement {
  @api field;
}
