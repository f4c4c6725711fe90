import { LightningElement } from 'lwc';

export default class FlexipageField extends LightningElement {}
