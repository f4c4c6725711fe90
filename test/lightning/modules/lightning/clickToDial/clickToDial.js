import { api, LightningElement } from 'lwc';

/** What stands in for a number once a telephone is connected to the org: no `tel:` link. The real one is not published. */
export default class LightningClickToDial extends LightningElement {
  @api value;

  get formatted() {
    return this.value.replace(/^\+?1?(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
  }

  dial(event) {
    event.preventDefault();
  }
}
