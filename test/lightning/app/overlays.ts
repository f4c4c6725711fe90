import { createElement } from 'lwc';
import ModalWrapper from 'records/modalLwcDetailPanelWrapper';
import HoverPreview from 'records/recordHoverPreview';
import { el } from './dom.ts';
import { find } from './org.ts';
import { freshState, pageView } from './view.ts';

/** Takes away what hovers over the page. */
export function closePreview(): void {
  document.querySelector('.forceHoverPanel')?.remove();
}

/** Another record's card from when the pointer comes upon a link to it until it leaves that: at the end of the body, as in Lightning. */
function preview(event: Event): void {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.dataset.recordid !== undefined);
  const record = link instanceof HTMLElement ? find(link.dataset.recordid) : undefined;
  if (!record) return;
  closePreview();
  if (event.type === 'mouseout') return;
  const card = createElement('records-record-hover-preview', { is: HoverPreview }) as unknown as HTMLElement & { page: object };
  card.page = pageView(record, freshState(record));
  document.body.append(el('div', { class: 'forceHoverPanel slds-popover slds-popover_panel', role: 'dialog' }, card));
}

/** The form of another record over the page: its host looks like a page's, and is active too. */
function openModal(id: string): void {
  const record = find(id);
  if (!record) return;
  const form = createElement('records-modal-lwc-detail-panel-wrapper', { is: ModalWrapper }) as unknown as HTMLElement & { page: object };
  form.page = pageView(record, { ...freshState(record), isEdited: true });
  const dialog = el('div', { class: 'modal-container slds-modal slds-fade-in-open', role: 'dialog', 'aria-modal': 'true' }, form);
  const host = el('div', { class: 'windowViewMode-normal oneRecordActionWrapper isModal active lafPageHost' }, dialog);
  form.addEventListener('closeform', () => host.remove());
  document.querySelector('.mainContentMark')?.append(host);
}

/** Hover cards and dialogs, for all pages. */
export function setupOverlays(): void {
  document.addEventListener('mouseover', preview);
  document.addEventListener('mouseout', preview);
  document.addEventListener('editrecord', (event) => openModal((event as CustomEvent<string>).detail)); // an id, from the list
}
