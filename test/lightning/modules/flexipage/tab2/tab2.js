import { LightningElement } from 'lwc';

export default class FlexipageTab2 extends LightningElement {}
