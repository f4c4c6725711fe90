import { i18n } from '#i18n';
import type { Connection } from '@/lib/auth/types.ts';
import { displayText } from '@/lib/core/display-text.ts';
import type { AppError, AppErrorCode } from '@/lib/core/errors.ts';

/** The one act that an error offers. `allow_host` asks the browser for access to HighLevel again. */
type ErrorAction = 'retry' | 'refresh' | 'connect' | 'reconnect' | 'open_options' | 'allow_writing' | 'allow_host' | 'none';

export interface ErrorText {
  /** One plain sentence. */
  readonly sentence: string;
  readonly action: ErrorAction;
  /** Words for the action's button; `undefined` when there is no action. */
  readonly actionLabel?: string;
}

type ErrorOf<C extends AppErrorCode> = Extract<AppError, { readonly code: C }>;
/** How the location is connected; `undefined` where that is not known. */
type Kind = Connection['kind'] | undefined;
type Entry<C extends AppErrorCode> = readonly [
  sentence: (error: ErrorOf<C>, kind: Kind) => string,
  action: ErrorAction | ((error: ErrorOf<C>, kind: Kind) => ErrorAction),
];

/** Every error has its sentence and its act here: a code without one does not compile. */
const entries: { readonly [C in AppErrorCode]: Entry<C> } = {
  not_connected: [() => i18n.t('errors.notConnected'), 'connect'],
  reconnect_needed: [() => i18n.t('errors.reconnectNeeded'), 'reconnect'],
  missing_scope: [missingScope, missingScopeAction],
  wrong_location: [() => i18n.t('errors.wrongLocation'), 'reconnect'],
  location_inactive: [() => i18n.t('errors.locationInactive'), 'retry'],
  not_found: [() => i18n.t('errors.notFound'), 'refresh'],
  // Both values, and what can be done, are shown with the entry that met it.
  conflict: [() => i18n.t('errors.conflict'), 'none'],
  duplicate_contact: [duplicateContact, 'none'],
  invalid_request: [invalidRequest, 'retry'],
  rate_limited: [rateLimited, ({ daily }) => (daily ? 'none' : 'retry')],
  server_error: [() => i18n.t('errors.serverError'), 'retry'],
  offline: [() => i18n.t('errors.offline'), 'retry'],
  network: [() => i18n.t('errors.network'), 'retry'],
  timeout: [() => i18n.t('errors.timeout'), 'retry'],
  bad_answer: [() => i18n.t('errors.badAnswer'), 'retry'],
  answer_mismatch: [() => i18n.t('errors.answerMismatch'), 'refresh'],
  host_permission: [() => i18n.t('errors.hostPermission'), 'allow_host'],
  page_unreachable: [() => i18n.t('errors.pageUnreachable'), 'retry'],
  page_moved: [() => i18n.t('errors.pageMoved'), 'retry'],
  bad_rule_file: [badRuleFile, 'none'],
  sign_in_cancelled: [() => i18n.t('errors.signInCancelled'), 'connect'],
  sign_in_failed: [signInFailed, 'connect'],
  broker_unreachable: [() => i18n.t('errors.brokerUnreachable'), 'retry'],
  storage: [() => i18n.t('errors.storage'), 'retry'],
  unexpected: [() => i18n.t('errors.unexpected'), 'retry'],
};

const labels: { readonly [A in Exclude<ErrorAction, 'none'>]: () => string } = {
  retry: () => i18n.t('errors.actions.retry'),
  refresh: () => i18n.t('errors.actions.refresh'),
  connect: () => i18n.t('errors.actions.connect'),
  reconnect: () => i18n.t('errors.actions.reconnect'),
  allow_writing: () => i18n.t('errors.actions.allowWriting'),
  open_options: () => i18n.t('errors.actions.openOptions'),
  allow_host: () => i18n.t('errors.actions.allowHost'),
};

/** What a person reads of an error, and what it offers them to do. `kind`: how the location is connected. */
export function errorText(error: AppError, kind?: Kind): ErrorText {
  // The compiler cannot see that an error's code picks the entry that takes this error; the table's type says so.
  const [sentence, action] = entries[error.code] as Entry<AppErrorCode>;
  const offered = typeof action === 'string' ? action : action(error as never, kind);
  return { sentence: sentence(error as never, kind), action: offered, ...(offered === 'none' ? {} : { actionLabel: labels[offered]() }) };
}

function missingScope({ scope }: ErrorOf<'missing_scope'>, kind: Kind): string {
  if (kind === 'token') {
    return scope === undefined ? i18n.t('errors.tokenScopeUnknown') : i18n.t('errors.tokenScope', { scope: foreign(scope) });
  }
  return scope === undefined ? i18n.t('errors.missingScopeUnknown') : i18n.t('errors.missingScope', { scope: foreign(scope) });
}

/** A private token's scopes are ticked in HighLevel; the options say which are needed. */
function missingScopeAction({ scope }: ErrorOf<'missing_scope'>, kind: Kind): ErrorAction {
  if (kind === 'token') return 'open_options';
  return scope?.endsWith('.write') ? 'allow_writing' : 'reconnect';
}

function duplicateContact({ contactName, matchingField }: ErrorOf<'duplicate_contact'>): string {
  if (contactName === undefined) return i18n.t('errors.duplicateContactUnnamed');
  const name = foreign(contactName);
  return matchingField === undefined
    ? i18n.t('errors.duplicateContact', { name })
    : i18n.t('errors.duplicateContactField', { name, field: foreign(matchingField) });
}

function invalidRequest({ problems }: ErrorOf<'invalid_request'>): string {
  const said = problems.slice(0, 3).map(foreign).filter(Boolean).join('; ');
  return said === '' ? i18n.t('errors.invalidRequest') : i18n.t('errors.invalidRequestBecause', { problems: said });
}

function badRuleFile({ problems }: ErrorOf<'bad_rule_file'>): string {
  const said = problems.slice(0, 3).map(foreign).filter(Boolean).join('; ');
  return said === '' ? i18n.t('errors.badRuleFile') : i18n.t('errors.badRuleFileBecause', { problems: said });
}

function rateLimited({ daily, retryAfterMs }: ErrorOf<'rate_limited'>): string {
  if (daily) return i18n.t('errors.rateLimitedDaily');
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000) || 1);
  return seconds < 100 ? i18n.t('errors.rateLimitedSeconds', seconds) : i18n.t('errors.rateLimitedMinutes', Math.ceil(seconds / 60));
}

function signInFailed({ reason }: ErrorOf<'sign_in_failed'>): string {
  return reason ? i18n.t('errors.signInFailedBecause', { reason: foreign(reason) }) : i18n.t('errors.signInFailed');
}

/** Words of a server inside a sentence of ours: one line, of bearable length, without a full stop of their own. */
function foreign(words: string): string {
  const line = displayText(words).replace(/\s+/g, ' ').trim().replace(/\.+$/, '');
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
