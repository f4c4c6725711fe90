import { LightningElement } from 'lwc';

export default class RecordsRecordLayoutEventBroker extends LightningElement {}
