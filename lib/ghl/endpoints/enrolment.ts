import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { done, listIn } from '../envelope.ts';
import { text } from '../models.ts';

const id = z.string().min(1);
const follow = z.object({ contactId: id, userIds: z.array(id).min(1).readonly() });
const inWorkflow = z.object({ contactId: id, workflowId: id });
const inCampaign = z.object({ contactId: id, campaignId: id });

/** `status`: `published` or `draft`. */
const workflowSchema = z.object({ id, name: z.string().catch(''), status: text });

/**
 * Followers, workflows and campaigns of a contact. Sources: HighLevel OpenAPI contacts-v3; for the list workflows-v3.
 * HighLevel tells nowhere which workflows or campaigns a contact is in, and has no list of campaigns.
 */
export const enrolmentEndpoints = {
  /** Answers all followers: user ids. */
  'followers.add': defineEndpoint({
    method: 'POST',
    path: ({ contactId }) => path`/contacts/${contactId}/followers`,
    body: ({ userIds }) => ({ followers: userIds }),
    scope: 'contacts.write',
    effect: 'write',
    input: follow,
    output: listIn('followers', z.string()),
  }),
  /** Answers the followers that are left: user ids. */
  'followers.remove': defineEndpoint({
    method: 'DELETE',
    path: ({ contactId }) => path`/contacts/${contactId}/followers`,
    body: ({ userIds }) => ({ followers: userIds }),
    scope: 'contacts.write',
    effect: 'write',
    input: follow,
    output: listIn('followers', z.string()),
  }),
  'workflows.list': defineEndpoint({
    method: 'GET',
    path: () => '/workflows/',
    query: ({ locationId }) => ({ locationId }),
    scope: 'workflows.readonly',
    effect: 'read',
    input: z.object({ locationId: id }),
    output: listIn('workflows', workflowSchema),
  }),
  /** The workflow begins at once: it may send messages. */
  'workflows.add': defineEndpoint({
    method: 'POST',
    path: ({ contactId, workflowId }) => path`/contacts/${contactId}/workflow/${workflowId}`,
    body: () => ({}),
    scope: 'contacts.write',
    effect: 'write',
    input: inWorkflow,
    output: done,
  }),
  'workflows.remove': defineEndpoint({
    method: 'DELETE',
    path: ({ contactId, workflowId }) => path`/contacts/${contactId}/workflow/${workflowId}`,
    body: () => ({}),
    scope: 'contacts.write',
    effect: 'write',
    input: inWorkflow,
    output: done,
  }),
  'campaigns.add': defineEndpoint({
    method: 'POST',
    path: ({ contactId, campaignId }) => path`/contacts/${contactId}/campaigns/${campaignId}`,
    body: () => ({}),
    scope: 'contacts.write',
    effect: 'write',
    input: inCampaign,
    output: done,
  }),
  'campaigns.remove': defineEndpoint({
    method: 'DELETE',
    path: ({ contactId, campaignId }) => path`/contacts/${contactId}/campaigns/${campaignId}`,
    scope: 'contacts.write',
    effect: 'write',
    input: inCampaign,
    output: done,
  }),
};
