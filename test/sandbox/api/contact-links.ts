import { text, texts } from '../body.ts';
import { type Answer, type Call, created, type Endpoint, ok, param } from '../endpoint.ts';
import { contactOf, ownContact, ownLocation, queriedLocation } from '../owned.ts';
import { badRequest, unprocessable } from '../refusal.ts';
import { businessOf } from './businesses.ts';
import { succeeded } from './contact-view.ts';

const write = 'contacts.write';
const workflow = '/contacts/{contactId}/workflow/{workflowId}';
const campaign = '/contacts/{contactId}/campaigns/{campaignId}';

/** What hangs on a contact without being part of it: business, followers, workflows, campaigns. */
export const contactLinkEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/contacts/bulk/business', scope: write, handle: linkBusiness },
  { method: 'POST', path: '/contacts/{contactId}/followers', scope: write, handle: follow },
  { method: 'DELETE', path: '/contacts/{contactId}/followers', scope: write, handle: unfollow },
  { method: 'POST', path: workflow, scope: write, handle: (call) => enrol(call, 'contact.workflow.add') },
  { method: 'DELETE', path: workflow, scope: write, handle: (call) => enrol(call, 'contact.workflow.remove') },
  { method: 'POST', path: campaign, scope: write, handle: (call) => note(call, 'contact.campaign.add', created(succeeded(call))) },
  { method: 'DELETE', path: campaign, scope: write, handle: (call) => note(call, 'contact.campaign.remove', ok(succeeded(call))) },
  { method: 'GET', path: '/workflows/', scope: 'workflows.readonly', handle: workflows },
];

function linkBusiness(call: Call): Answer {
  const { body, world } = call;
  const location = ownLocation(call, text(body, 'locationId') ?? '');
  const ids = texts(body, 'ids') ?? [];
  if (ids.length > 50) throw unprocessable(['ids must contain no more than 50 elements']);
  const businessId = text(body, 'businessId');
  const business = businessId ? businessOf(call, businessId) : undefined;
  for (const contact of ids.map((id) => ownContact(call, id))) {
    world.contactIndex.remember(contact.id);
    contact.businessId = business?.id;
    contact.companyName = business?.name ?? contact.companyName;
    world.applied({ kind: 'contact.business', recordId: contact.id, contactId: contact.id, locationId: location.id, input: body });
  }
  return ok({ success: true, ids });
}

function follow(call: Call): Answer {
  const contact = contactOf(call);
  const wanted = texts(call.body, 'followers') ?? [];
  contact.followers = [...new Set([...contact.followers, ...wanted])];
  return note(call, 'contact.followers.add', created({ followers: contact.followers, followersAdded: wanted }));
}

function unfollow(call: Call): Answer {
  const contact = contactOf(call);
  const unwanted = texts(call.body, 'followers') ?? [];
  contact.followers = contact.followers.filter((id) => !unwanted.includes(id));
  return note(call, 'contact.followers.remove', ok({ followers: contact.followers, followersRemoved: unwanted }));
}

function enrol(call: Call, kind: string): Answer {
  if (!call.world.state.workflows.has(param(call, 'workflowId'))) throw badRequest('Workflow not found');
  return note(call, kind, ok(succeeded(call)));
}

function workflows(call: Call): Answer {
  const location = queriedLocation(call);
  const own = [...call.world.state.workflows.values()].filter((workflow) => workflow.locationId === location.id);
  return ok({ workflows: own.map((workflow) => ({ ...workflow, version: 1 })) });
}

function note(call: Call, kind: string, answer: Answer): Answer {
  const contact = contactOf(call);
  const input = { ...call.body, ...call.params };
  call.world.applied({ kind, recordId: contact.id, contactId: contact.id, locationId: contact.locationId, input });
  return answer;
}
