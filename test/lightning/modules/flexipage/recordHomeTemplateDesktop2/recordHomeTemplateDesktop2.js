import { LightningElement } from 'lwc';

export default class FlexipageRecordHomeTemplateDesktop2 extends LightningElement {}
