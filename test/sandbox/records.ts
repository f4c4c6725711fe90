/** What the sandbox's database holds. Times are epoch milliseconds; each resource formats them as HighLevel does. */
export interface ContactRecord {
  readonly id: string;
  locationId: string;
  firstName?: string | undefined;
  lastName?: string | undefined;
  email?: string | undefined;
  additionalEmails: string[];
  /** E.164. */
  phone?: string | undefined;
  additionalPhones: string[];
  companyName?: string | undefined;
  businessId?: string | undefined;
  address1?: string | undefined;
  city?: string | undefined;
  state?: string | undefined;
  country?: string | undefined;
  postalCode?: string | undefined;
  website?: string | undefined;
  timezone?: string | undefined;
  dateOfBirth?: string | undefined;
  gender?: string | undefined;
  source?: string | undefined;
  type: string;
  assignedTo?: string | undefined;
  tags: string[];
  followers: string[];
  dnd: boolean;
  dndSettings?: unknown;
  inboundDndSettings?: unknown;
  customFields: { id: string; value: unknown }[];
  dateAdded: number;
  dateUpdated: number;
}

export interface TaskRecord {
  readonly id: string;
  contactId: string;
  locationId: string;
  title: string;
  body?: string | undefined;
  assignedTo?: string | undefined;
  dueDate: number;
  completed: boolean;
  dateAdded: number;
}

export interface NoteRecord {
  readonly id: string;
  contactId: string;
  /** May hold HTML. */
  body: string;
  title?: string | undefined;
  color?: string | undefined;
  userId?: string | undefined;
  pinned: boolean;
  dateAdded: number;
}

export interface AppointmentRecord {
  readonly id: string;
  calendarId: string;
  locationId: string;
  contactId: string;
  title: string;
  appointmentStatus: string;
  assignedUserId?: string | undefined;
  notes?: string | undefined;
  address?: string | undefined;
  startTime: number;
  endTime: number;
  dateAdded: number;
  dateUpdated: number;
}

export interface AppointmentNoteRecord {
  readonly id: string;
  appointmentId: string;
  body: string;
  userId?: string | undefined;
  dateAdded: number;
}

export interface BusinessRecord {
  readonly id: string;
  locationId: string;
  name: string;
  phone?: string | undefined;
  email?: string | undefined;
  website?: string | undefined;
  address?: string | undefined;
  city?: string | undefined;
  state?: string | undefined;
  postalCode?: string | undefined;
  country?: string | undefined;
  description?: string | undefined;
  properties: Record<string, unknown>;
  createdAt: number;
  updatedAt: number;
}

export interface TagRecord {
  readonly id: string;
  locationId: string;
  name: string;
}

export interface UserRecord {
  readonly id: string;
  companyId: string;
  locationIds: string[];
  firstName: string;
  lastName: string;
  email: string;
  phone?: string | undefined;
  role: 'admin' | 'user';
  type: 'account' | 'agency';
}

export interface LocationRecord {
  readonly id: string;
  companyId: string;
  name: string;
  /** IANA name. */
  timezone: string;
  email: string;
  phone: string;
  address: string;
  city: string;
  country: string;
  website: string;
  domain?: string | undefined;
  allowDuplicateContact: boolean;
  /** HighLevel's "paused" switch: `false` makes token refresh answer "Location is not active". */
  active: boolean;
}

export interface CalendarRecord {
  readonly id: string;
  locationId: string;
  name: string;
  /** User ids. */
  teamMembers: string[];
  /** Booking without `assignedUserId` is refused, as some calendars do. */
  needsAssignee: boolean;
}

export interface CustomFieldRecord {
  readonly id: string;
  locationId: string;
  name: string;
  /** E.g. `contact.preferred_doctor`. */
  fieldKey: string;
  dataType: string;
  model: 'contact' | 'opportunity';
  position: number;
  placeholder: string;
  picklistOptions?: string[];
}

export interface WorkflowRecord {
  readonly id: string;
  locationId: string;
  name: string;
  status: 'published' | 'draft';
}

/** A bearer token: a private integration token (never expires) or an OAuth access token. */
export interface TokenRecord {
  readonly value: string;
  readonly kind: 'private' | 'access';
  /** For people reading logs; the value itself is never logged. */
  readonly name: string;
  readonly userType: 'Location' | 'Company';
  readonly companyId: string;
  /** Absent on a company token. */
  readonly locationId?: string;
  readonly clientId?: string;
  scopes: readonly string[];
  expiresAt: number;
}

/** What an OAuth consent granted; tokens of one install share it. */
export interface GrantRecord {
  readonly clientId: string;
  readonly userType: 'Location' | 'Company';
  readonly companyId: string;
  readonly locationId?: string;
  readonly userId: string;
  readonly scopes: readonly string[];
}

export interface CodeRecord {
  readonly value: string;
  readonly grant: GrantRecord;
  readonly redirectUri: string;
  readonly expiresAt: number;
  used: boolean;
}

export interface RefreshTokenRecord {
  readonly value: string;
  readonly grant: GrantRecord;
  readonly expiresAt: number;
  /** Set at first use: when, and the pair handed out, which a second use within the grace receives again. */
  use?: { readonly at: number; readonly accessToken: string; readonly refreshToken: string };
}

export interface InstallRecord {
  readonly appId: string;
  readonly companyId: string;
  readonly locationId: string;
  readonly installedAt: number;
}

/** One visit to the consent page, as the browser asked for it. */
export interface ConsentRecord {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly state: string | undefined;
  /** `self` or what else was asked; without `self` HighLevel signs in in a new window. */
  readonly loginWindowOpenMode: string | undefined;
  outcome: 'shown' | 'new_window' | 'granted' | 'cancelled' | 'refused';
}
