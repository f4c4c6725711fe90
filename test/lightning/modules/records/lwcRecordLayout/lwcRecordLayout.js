import { details, highlights } from 'forcegenerated/layouts';
import { api, LightningElement } from 'lwc';

export default class RecordsLwcRecordLayout extends LightningElement {
  @api page;
  @api kind;

  get layout() {
    return (this.kind === 'highlights' ? highlights : details)[this.page.object];
  }
}
