/**
 * A named set of writes that a person runs with one click or key, and takes back with one Undo. In texts `{name}` stands
 * for the contact's name and `{date}` for today's date.
 */
export interface Macro {
  /** UUID, or a fixed id for one that is shipped. */
  readonly id: string;
  readonly name: string;
  /** A single key that runs it, `1` to `9`. */
  readonly key?: string;
  readonly tags: readonly string[];
  readonly note?: string;
  readonly task?: {
    readonly title: string;
    /** As a person types it: "tomorrow 9am", "in 2 days". */
    readonly due: string;
    readonly details?: string;
  };
}
