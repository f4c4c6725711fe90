import { api, LightningElement } from 'lwc';

export default class LstRelatedListSingleContainer extends LightningElement {
  @api list;
}
