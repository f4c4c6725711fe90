import { LightningElement } from 'lwc';

export default class RecordsStencil extends LightningElement {}
