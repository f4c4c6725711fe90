import { LightningElement } from 'lwc';

export default class LafProgressiveContainer extends LightningElement {}
