import { LightningElement } from 'lwc';

export default class RecordsRecordLayoutRow extends LightningElement {}
