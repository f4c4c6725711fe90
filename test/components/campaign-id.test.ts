import { expect, it } from 'vitest';
import { campaignIdIn } from '@/components/enrolment/campaign-id.ts';

const id = 'kbg8eQJ2hFzXk0aPq1rT';
const location = 've9EPM428h8vShlRW1KT';

it.each([
  ['the id', ` ${id} `, id],
  ['a UUID', '0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0', '0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0'],
  ['its address', `https://app.gohighlevel.com/v2/location/${location}/marketing/campaigns/${id}`, id],
  ['its address on an own host', `https://crm.example.com/location/${location}/campaign/edit/${id}?tab=1`, id],
  ['the address of something else', `https://app.gohighlevel.com/v2/location/${location}/contacts/detail/${id}`, undefined],
  ['the address of the list of campaigns', `https://app.gohighlevel.com/v2/location/${location}/marketing/campaigns`, undefined],
  ['words', 'Spring campaign', undefined],
  ['nothing', '', undefined],
])('the campaign in %s', (_name, pasted, found) => {
  expect(campaignIdIn(pasted)).toBe(found);
});
