import { LightningElement } from 'lwc';

export default class RecordFlexipageDesktopRecordPageDecorator extends LightningElement {}
