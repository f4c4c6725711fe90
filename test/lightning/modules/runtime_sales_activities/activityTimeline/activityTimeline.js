import { api, LightningElement } from 'lwc';

export default class RuntimeSalesActivitiesActivityTimeline extends LightningElement {
  @api page;
}
