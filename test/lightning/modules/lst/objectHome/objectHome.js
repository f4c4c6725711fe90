import { api, LightningElement } from 'lwc';

export default class LstObjectHome extends LightningElement {
  @api list;
}
