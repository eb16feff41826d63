/** The reader can mend it; the message is shown as it stands: what happened, where, and what to do. */
export class UserError extends Error {
  override name = "UserError";
}

/** The address is well formed but nothing is there. `near` names what the reader may have meant. */
export class NotFound extends Error {
  override name = "NotFound";
  readonly near: readonly string[];

  constructor(message: string, near: readonly string[] = []) {
    super(message);
    this.near = near;
  }
}

/** Somebody asked for the work to stop. */
export class Cancelled extends Error {
  override name = "Cancelled";
}

/** A query of ours failed. `kind` is DuckDB's own class of error; the message never holds a customer's value. */
export class QueryFailed extends Error {
  override name = "QueryFailed";
  readonly query: string;
  readonly kind: string;

  constructor(query: string, kind: string, options?: ErrorOptions) {
    super(`The query ${query} failed (${kind}).`, options);
    this.query = query;
    this.kind = kind;
  }
}
