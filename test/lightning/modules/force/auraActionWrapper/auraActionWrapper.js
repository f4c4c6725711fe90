import { LightningElement } from 'lwc';

export default class ForceAuraActionWrapper extends LightningElement {}
