// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { watchForm } from '@/lib/crm/form/watch-form.ts';
import { readFixture, showPage } from '../page.ts';

const stops: AbortController[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop.abort();
});

const maria = { crm: 'salesnexus', recordId: 'email:maria@bayside.test', name: 'Maria Santos', emails: ['maria@bayside.test'], phones: [] };

/** Watches the page that is shown. */
function watch() {
  const stop = new AbortController();
  stops.push(stop);
  const onChange = vi.fn();
  watchForm(window, maria, onChange, stop.signal);
  return { onChange, stop };
}

const show = () => showPage(readFixture('salesnexus--contact-page.html').html);
const website = () => document.querySelectorAll('dd')[3] as HTMLElement;

it('tells when a value of the record changes, and not when something else does', async () => {
  show();
  const { onChange } = watch();
  document.querySelector('h1')?.setAttribute('class', 'other');
  website().textContent = 'bayside.test';
  website().textContent = 'bakery.test';
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), { timeout: 3_000 });
});

it('says nothing once it has ended', async () => {
  show();
  const [ended, going] = [watch(), watch()];
  ended.stop.abort();
  website().textContent = 'bakery.test';
  await vi.waitFor(() => expect(going.onChange).toHaveBeenCalledTimes(1), { timeout: 3_000 });
  expect(ended.onChange).not.toHaveBeenCalled();
});
