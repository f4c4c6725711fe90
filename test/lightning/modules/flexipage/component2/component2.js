import { LightningElement } from 'lwc';

export default class FlexipageComponent2 extends LightningElement {}
