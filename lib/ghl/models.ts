import * as z from 'zod';

/**
 * HighLevel's resources as the product knows them. Schemas are tolerant: an unknown field is dropped, an optional field
 * of the wrong type counts as absent, both spellings are read. Only an id (and a task's title) is insisted on.
 * Source of every field: `test/ghl-openapi/` (HighLevel's OpenAPI files).
 */
export const text = z.string().optional().catch(undefined);
const flag = z.boolean().catch(false);
export const id = z.string().min(1);

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

/** The channels of do-not-disturb, by the names of v3; the dated versions write `Call`, `Email`, `SMS`, `WhatsApp`, `GMB`, `FB`. */
const DND_CHANNELS = ['call', 'email', 'sms', 'whatsApp', 'gmb', 'fb'] as const;
type DndChannel = (typeof DND_CHANNELS)[number];

/** `status`: `active` (do not disturb), `inactive` or `permanent`. */
const dndSettingSchema = z.object({ status: z.string().min(1), message: text });

const dndSettingsSchema = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((settings) => {
    const found: Partial<Record<DndChannel, z.output<typeof dndSettingSchema>>> = {};
    for (const [spelt, value] of Object.entries(settings)) {
      const channel = DND_CHANNELS.find((name) => name.toLowerCase() === spelt.toLowerCase());
      const setting = dndSettingSchema.safeParse(value);
      if (channel !== undefined && setting.success) found[channel] = setting.data;
    }
    return found;
  });

/** HighLevel gives the value without the field's key or name: those are in the location's definitions. */
const customValueSchema = z.object({ id, value: z.unknown() });

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
    additionalPhones: listOf(z.union([z.string(), z.object({ phone: z.string() }).transform((row) => row.phone)])),
    companyName: text,
    /** Search rows only: the linked business's name. */
    businessName: text,
    businessId: text,
    address1: text,
    city: text,
    state: text,
    postalCode: text,
    /** ISO 3166, two letters, as a rule. */
    country: text,
    website: text,
    /** IANA name. */
    timezone: text,
    source: text,
    /** ISO 8601, a date or a moment at midnight UTC. */
    dateOfBirth: text,
    /** `lead` or `customer`, or the location's own word. */
    type: text,
    assignedTo: text,
    /** User ids. */
    followers: listOf(z.string()),
    tags: listOf(z.string()),
    dnd: flag,
    dndSettings: dndSettingsSchema,
    customFields: listOf(customValueSchema),
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
    const [first, last] = [firstNameRaw ?? firstName, lastNameRaw ?? lastName];
    return { ...row, name: name.trim(), ...(first !== undefined && { firstName: first }), ...(last !== undefined && { lastName: last }) };
  });
/** `name` is the contact's whole name, empty when HighLevel knows none; `firstName` and `lastName` are as typed. */
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
    /** Location-wide search rows only; its names are often `null`. */
    contactDetails: z.object({ contactName: text, firstName: text, lastName: text }).optional().catch(undefined),
  })
  .transform((row, context) => {
    // Location-wide search rows carry `_id` and `status`/`statusGroup` where the contact's own list has `id` and `completed`.
    const taskId = row.id || row._id;
    if (!taskId) {
      context.addIssue('a task without id');
      return z.NEVER;
    }
    const { id: _listed, _id: _searched, status, statusGroup, contactDetails: whose, ...rest } = row;
    const contactName = (whose?.contactName ?? joinName(whose?.firstName, whose?.lastName)) || undefined;
    const completed = row.completed ?? [status, statusGroup].includes('completed');
    return { ...rest, ...(contactName && { contactName }), id: taskId, title: row.title ?? '', completed };
  });
/** `dueDate`: ISO 8601 UTC. `body` may hold HTML. `contactName`: in searches across contacts, where HighLevel says it. */
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
    /** The same as `notes`, under the name by which it is written. */
    description: text,
    address: text,
    startTime: text,
    endTime: text,
    contactId: text,
  })
  .transform(({ appoinmentStatus, status, description, ...row }) => ({
    ...row,
    notes: row.notes ?? description,
    appointmentStatus: row.appointmentStatus ?? appoinmentStatus ?? status,
  }));
/** `startTime`, `endTime`: "YYYY-MM-DD HH:mm:ss" without zone means the location's zone; with an offset it is a moment. */
export type Appointment = z.output<typeof appointmentSchema>;

const businessFields = {
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
};

const said = <T extends z.ZodType>(value: T) => value.optional().catch(undefined);
/** A custom field of a business: not in HighLevel's files; seen in live answers, with a key for each type. */
const businessValueSchema = z
  .object({
    id: text,
    key: text,
    fieldKey: text,
    value: said(z.union([z.string(), z.number()])),
    valueString: text,
    valueNumber: said(z.number()),
    valueDate: text,
    valueArray: said(z.array(z.string())),
  })
  .transform((row, context) => {
    // `business.tier` and `tier` are the same; writes take the short one.
    const key = (row.key ?? row.fieldKey ?? row.id)?.replace(/^business\./, '');
    if (!key) context.addIssue('a custom field without a key');
    return { id: key ?? '', value: row.value ?? row.valueString ?? row.valueNumber ?? row.valueDate ?? row.valueArray };
  });

export const businessSchema = z.object({ id, ...businessFields, customFields: listOf(businessValueSchema) });
/** The ids of `customFields` are their short keys. */
export type Business = z.output<typeof businessSchema>;

/** A row of the record search, which keeps the fields under `properties`. */
export const businessRecordSchema = z
  .object({ id, properties: z.object(businessFields).catch({}) })
  .transform((row): Business => ({ id: row.id, ...row.properties, customFields: [] }));

export const userSchema = z
  .object({ id, name: text, firstName: text, lastName: text, email: text })
  .transform(({ firstName, lastName, ...row }) => ({ ...row, name: row.name ?? joinName(firstName, lastName) }));
export type User = z.output<typeof userSchema>;

export const tagSchema = z.object({ id, name: z.string().min(1) });
export type Tag = z.output<typeof tagSchema>;

export const customFieldSchema = z.object({
  id,
  name: z.string().catch(''),
  /** E.g. `contact.insurance_plan`. */
  fieldKey: text,
  /** HighLevel's word, e.g. `TEXT`, `SINGLE_OPTIONS`. */
  dataType: z.string().catch(''),
  placeholder: text,
  position: z.number().optional().catch(undefined),
  picklistOptions: listOf(z.string()),
  /** `contact` or `opportunity`. */
  model: text,
});
/** The definition of a custom field. */
export type CustomField = z.output<typeof customFieldSchema>;

export const locationSchema = z.object({ id, companyId: text, name: z.string().catch(''), timezone: text, country: text, domain: text });
/** `timezone`: IANA name, e.g. `America/New_York`. `country`: ISO 3166, two letters. */
export type Location = z.output<typeof locationSchema>;
