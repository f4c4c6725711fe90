import { LightningElement } from 'lwc';

export default class RecordsRecordLayoutBlock extends LightningElement {}
