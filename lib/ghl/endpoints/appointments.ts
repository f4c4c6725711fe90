import * as z from 'zod';
import { defineEndpoint, path } from '../endpoint.ts';
import { listIn } from '../envelope.ts';
import { appointmentSchema } from '../models.ts';

/** Appointments. Source: HighLevel OpenAPI contacts-v3. */
export const appointmentEndpoints = {
  /** Past and coming; times without a zone are in the location's zone. */
  'appointments.ofContact': defineEndpoint({
    method: 'GET',
    path: ({ contactId }) => path`/contacts/${contactId}/appointments`,
    scope: 'contacts.readonly',
    effect: 'read',
    input: z.object({ contactId: z.string().min(1) }),
    output: listIn('events', appointmentSchema),
  }),
};
