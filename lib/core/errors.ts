/**
 * Every way a request of ours can fail, as one closed union. `locales/` holds a sentence and an action for each code.
 * The mapping from HighLevel's answers is in `lib/ghl/answers.ts`.
 */
export type AppError = ErrorFacts &
  (
    | { readonly code: 'not_connected' }
    /** The session or token is no longer accepted: the person has to connect again. Nothing stored is dropped. */
    | { readonly code: 'reconnect_needed' }
    /** The token lacks a scope. `scope` is HighLevel's name for it, e.g. `contacts.write`. */
    | { readonly code: 'missing_scope'; readonly scope?: string }
    /** The token belongs to another location than the request. */
    | { readonly code: 'wrong_location' }
    /** HighLevel has paused this sub-account; tokens stay valid for when it is active again. */
    | { readonly code: 'location_inactive' }
    | { readonly code: 'not_found' }
    /** HighLevel has other values by now than the person saw when they began to edit: nothing was sent. */
    | { readonly code: 'conflict'; readonly theirs: readonly { readonly field: string; readonly value: unknown }[] }
    | { readonly code: 'duplicate_contact'; readonly contactId: string; readonly contactName?: string; readonly matchingField?: string }
    /** HighLevel refused the request's shape; `problems` are its own words. */
    | { readonly code: 'invalid_request'; readonly problems: readonly string[] }
    /** `retryAfterMs`: how long HighLevel asks us to wait; `daily` when the day's quota is used up. */
    | { readonly code: 'rate_limited'; readonly retryAfterMs: number; readonly daily: boolean }
    | { readonly code: 'server_error' }
    | { readonly code: 'offline' }
    /** The connection broke or could not be made. For a write nobody knows whether it took effect. */
    | { readonly code: 'network' }
    | { readonly code: 'timeout' }
    /** A success status whose body is not what the endpoint promises. */
    | { readonly code: 'bad_answer' }
    /** The answer to a write is not what was written. */
    | { readonly code: 'answer_mismatch' }
    /** The browser does not let us reach HighLevel: the host permission was taken away. */
    | { readonly code: 'host_permission' }
    /** A script of ours cannot be put into the page: the browser has no permission for it, or it is gone. */
    | { readonly code: 'page_unreachable' }
    /** The tab shows another record than the one that was meant: nothing was read or filled. */
    | { readonly code: 'page_moved' }
    /** A file is not a rule for a site; `problems` say where and why. */
    | { readonly code: 'bad_rule_file'; readonly problems: readonly string[] }
    | { readonly code: 'sign_in_cancelled' }
    /** Sign-in was refused; `reason` is the server's own word. */
    | { readonly code: 'sign_in_failed'; readonly reason?: string }
    | { readonly code: 'broker_unreachable' }
    /** IndexedDB refused: full, blocked or broken. */
    | { readonly code: 'storage' }
    | { readonly code: 'unexpected' }
  );

/** Facts for the folded technical detail of an error; never a token, name or message body. */
export interface ErrorFacts {
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  /** HighLevel's `traceId`, for its support. */
  readonly traceId?: string;
  /** One technical sentence, in English. */
  readonly detail?: string;
}

export type AppErrorCode = AppError['code'];

/** Errors are thrown inside a process and returned between processes: a thrown class does not survive a message. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

/** The only error class the project throws on purpose. */
export class AppFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.detail ?? error.code);
    this.name = 'AppFailure';
    this.error = error;
  }
}

/** Any thrown thing as an `AppError`; what was not thrown on purpose becomes `unexpected`. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppFailure) return thrown.error;
  return { code: 'unexpected', detail: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown) };
}

/** Runs `task` and returns its outcome as a value, for sending between processes. */
export async function toResult<T>(task: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (thrown) {
    return { ok: false, error: toAppError(thrown) };
  }
}

/** The value of a `Result`, or a throw of its error. */
export function fromResult<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new AppFailure(result.error);
}
