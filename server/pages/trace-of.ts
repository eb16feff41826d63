import { QueryFailed } from "../errors.ts";
import { ModelFault } from "./strict-model.ts";

/** Where it broke. An error's text may hold a customer's value, so it is left out, and so is the address. */
export function traceOf(error: unknown, doing: string): string {
  const name = error instanceof Error ? error.name : typeof error;
  const where = error instanceof QueryFailed ? ` in ${error.query} (${error.kind})` : "";
  const what = error instanceof ModelFault ? `: ${error.message}` : "";
  const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  return [`${doing} failed: ${name}${where}${what}`, ...frames].join("\n");
}
