import { createHash } from 'node:crypto';
import type {
  AppointmentNoteRecord,
  AppointmentRecord,
  BusinessRecord,
  CalendarRecord,
  CodeRecord,
  ConsentRecord,
  ContactRecord,
  CustomFieldRecord,
  InstallRecord,
  LocationRecord,
  NoteRecord,
  RefreshTokenRecord,
  TagRecord,
  TaskRecord,
  TokenRecord,
  UserRecord,
  WorkflowRecord,
} from './records.ts';

/** The sandbox's database: one map per resource, keyed by id (tokens and codes by value). Tests may read and change it. */
export interface SandboxState {
  readonly contacts: Map<string, ContactRecord>;
  readonly tasks: Map<string, TaskRecord>;
  readonly notes: Map<string, NoteRecord>;
  readonly appointments: Map<string, AppointmentRecord>;
  readonly appointmentNotes: Map<string, AppointmentNoteRecord>;
  readonly businesses: Map<string, BusinessRecord>;
  readonly tags: Map<string, TagRecord>;
  readonly users: Map<string, UserRecord>;
  readonly locations: Map<string, LocationRecord>;
  readonly calendars: Map<string, CalendarRecord>;
  readonly customFields: Map<string, CustomFieldRecord>;
  readonly workflows: Map<string, WorkflowRecord>;
  readonly tokens: Map<string, TokenRecord>;
  readonly refreshTokens: Map<string, RefreshTokenRecord>;
  readonly codes: Map<string, CodeRecord>;
  /** Keyed `appId:locationId`. */
  readonly installs: Map<string, InstallRecord>;
  readonly consents: ConsentRecord[];
}

export function createState(): SandboxState {
  return {
    contacts: new Map(),
    tasks: new Map(),
    notes: new Map(),
    appointments: new Map(),
    appointmentNotes: new Map(),
    businesses: new Map(),
    tags: new Map(),
    users: new Map(),
    locations: new Map(),
    calendars: new Map(),
    customFields: new Map(),
    workflows: new Map(),
    tokens: new Map(),
    refreshTokens: new Map(),
    codes: new Map(),
    installs: new Map(),
    consents: [],
  };
}

/** Empties every table, keeping the maps themselves, which tests may hold on to. */
export function clearState(state: SandboxState): void {
  for (const table of Object.values(state)) {
    if (table instanceof Map) table.clear();
    else table.length = 0;
  }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A 20-character id of HighLevel's kind, always the same for the same name. */
export function idOf(name: string): string {
  return [...createHash('sha256').update(name).digest().subarray(0, 20)].map((byte) => letters[byte % letters.length]).join('');
}

/** A 24-digit hexadecimal id, as businesses have, always the same for the same name. */
export function objectIdOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 24);
}
