import { Cancelled, QueryFailed, UserError } from "../errors.ts";

/** The name of a query in errors. */
export function nameOf(query: string | { readonly name: string }): string {
  return typeof query === "string" ? query : query.name;
}

/** Runs a query and turns DuckDB's plain errors into ours. */
export async function guard<T>(query: string | { readonly name: string }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof UserError || cause instanceof QueryFailed || cause instanceof Cancelled) throw cause;
    const kind = kindOf(cause);
    if (kind === "INTERRUPT") throw new Cancelled("Cancelled.", { cause });
    throw new QueryFailed(nameOf(query), kind, { cause });
  }
}

/** The kind of a QueryFailed that could not be written: nothing of it is kept, and all before it is. */
export const diskFull = "DISK FULL";

/** DuckDB's class of error. Its message may hold a customer's value and stays in `cause`, which nobody prints. */
function kindOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/no space left on device/i.test(message)) return diskFull;
  const type = /"exception_type"\s*:\s*"([^"]+)"/.exec(message)?.[1];
  return (type ?? message.split(":")[0] ?? "Unknown").replace(/ Error$/, "").toUpperCase();
}
