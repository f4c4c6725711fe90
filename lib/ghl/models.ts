import * as z from 'zod';

/**
 * HighLevel's resources as the product knows them. Schemas are tolerant: an unknown field is dropped, an optional field
 * of the wrong type counts as absent, both spellings are read. Only an id (and a task's title) is insisted on.
 * Source of every field: `test/ghl-openapi/` (HighLevel's OpenAPI files).
 */
const text = z.string().optional().catch(undefined);
const flag = z.boolean().catch(false);
const id = z.string().min(1);

function joinName(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

/** A list in which one bad item does not hide the others: items that do not parse are left out. */
export function listOf<T extends z.ZodType>(item: T) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((candidate) => {
        const parsed = item.safeParse(candidate);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}

export const contactSchema = z
  .object({
    id,
    locationId: text,
    name: text,
    firstName: text,
    lastName: text,
    /** In search rows instead of `name`. */
    contactName: text,
    /** Listings give names in lower case, and these as they were typed. */
    firstNameRaw: text,
    lastNameRaw: text,
    email: text,
    additionalEmails: listOf(z.union([z.string(), z.object({ email: z.string() }).transform((row) => row.email)])),
    /** E.164. */
    phone: text,
    companyName: text,
    /** Search rows only: the linked business's name. */
    businessName: text,
    businessId: text,
    city: text,
    assignedTo: text,
    tags: listOf(z.string()),
    dnd: flag,
    /** ISO 8601. */
    dateAdded: text,
    /** ISO 8601. */
    dateUpdated: text,
    /** ISO 8601 or epoch milliseconds as text. */
    lastActivity: z
      .union([z.string(), z.number().transform(String)])
      .optional()
      .catch(undefined),
  })
  .transform(({ contactName, firstName, lastName, firstNameRaw, lastNameRaw, ...row }) => {
    const asTyped = joinName(firstNameRaw, lastNameRaw);
    const name = asTyped || row.name || contactName || joinName(firstName, lastName);
    return { ...row, name: name.trim() };
  });
/** `name` is the contact's whole name, empty when HighLevel knows none. */
export type Contact = z.output<typeof contactSchema>;

export const taskSchema = z
  .object({
    id: text,
    _id: text,
    title: text,
    body: text,
    assignedTo: text,
    dueDate: text,
    completed: z.boolean().optional().catch(undefined),
    status: text,
    statusGroup: text,
    contactId: text,
  })
  .transform((row, context) => {
    // Location-wide search rows carry `_id` and `status`/`statusGroup` where the contact's own list has `id` and `completed`.
    const taskId = row.id || row._id;
    if (!taskId) {
      context.addIssue('a task without id');
      return z.NEVER;
    }
    const { id: _listed, _id: _searched, status, statusGroup, ...rest } = row;
    return { ...rest, id: taskId, title: row.title ?? '', completed: row.completed ?? [status, statusGroup].includes('completed') };
  });
/** `dueDate`: ISO 8601 UTC. `body` may hold HTML. */
export type Task = z.output<typeof taskSchema>;

export const noteSchema = z.object({
  id,
  body: z.string().catch(''),
  title: text,
  color: text,
  userId: text,
  dateAdded: text,
  contactId: text,
  pinned: flag,
});
/** `body` may hold HTML. `dateAdded`: ISO 8601. */
export type Note = z.output<typeof noteSchema>;

export const appointmentSchema = z
  .object({
    id,
    calendarId: text,
    title: text,
    appointmentStatus: text,
    appoinmentStatus: text,
    status: text,
    assignedUserId: text,
    notes: text,
    address: text,
    startTime: text,
    endTime: text,
    contactId: text,
  })
  .transform(({ appoinmentStatus, status, ...row }) => ({
    ...row,
    appointmentStatus: row.appointmentStatus ?? appoinmentStatus ?? status,
  }));
/** `startTime`, `endTime`: "YYYY-MM-DD HH:mm:ss" without zone means the location's zone; with an offset it is a moment. */
export type Appointment = z.output<typeof appointmentSchema>;

export const businessSchema = z.object({
  id,
  name: text,
  phone: text,
  email: text,
  website: text,
  address: text,
  city: text,
  state: text,
  postalCode: text,
  country: text,
  description: text,
});
export type Business = z.output<typeof businessSchema>;

export const userSchema = z
  .object({ id, name: text, firstName: text, lastName: text, email: text })
  .transform(({ firstName, lastName, ...row }) => ({ ...row, name: row.name ?? joinName(firstName, lastName) }));
export type User = z.output<typeof userSchema>;

export const tagSchema = z.object({ id, name: z.string().min(1) });

export const locationSchema = z.object({ id, companyId: text, name: z.string().catch(''), timezone: text, country: text, domain: text });
/** `timezone`: IANA name, e.g. `America/New_York`. `country`: ISO 3166, two letters. */
export type Location = z.output<typeof locationSchema>;
