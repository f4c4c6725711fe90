import { describe, expect, it } from 'vitest';
import { isVolatile } from '@/lib/crm/taught/volatile.ts';

describe('names that change with a load or a build', () => {
  it.each([
    ...['css-1x2y3z', 'sc-bdVaJa', 'lwc-4f5k2', 'ng-star-inserted', '_ngcontent-abc-c12', 'data-v-7ba5bd90', 'jss42', 'svelte-1abcd'],
    ...[':r1:', ':R2d6:', 'field-:r1:-input', '«r3»', '_r_1_', 'radix-:r4:', 'headlessui-menu-item', 'ember123', 'cdk-overlay-0'],
    ...['input-123', 'field_7', 'row12', 'mat-input-3', 'id204817', '48213'],
    ...['3fa85f64-5717-4562-b3fc-2c963f66afa6', 'Field_email__3xY9q', 'btn-a1b2c3', 'x9f8e7d6', 'kXyZab', 'mbbtnxs'],
  ])('%s is not kept', (name) => expect(isVolatile(name)).toBe(true));

  it.each([
    ...['email', 'contact-email', 'contactEmailAddress', 'primary_phone', 'phone2', 'address1', 'data-testid', 'h1', 'full-name'],
    ...['account.name', 'contact:email', 'react', 'person', 'eMail', 'telephone'],
  ])('%s is kept', (name) => expect(isVolatile(name)).toBe(false));
});
