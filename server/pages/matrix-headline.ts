import { count, plural } from "./helpers.ts";
import { isOfCustomers, isSorted, type OpenMatrix } from "./open-matrix.ts";

export interface MatrixHeadline {
  /** "19 of 28 fields serve no goal" */
  readonly headline: string;
  /** the same of the other tables; null where each of their fields serves a goal or is undecided */
  readonly besides: string | null;
}

/** The finding: what is held and serves no goal. With goals that do not fit, only of those that were sorted. */
export function matrixHeadline(open: OpenMatrix): MatrixHeadline {
  const { standing, counted, states } = open;
  const fields = plural(counted, "field", "fields");
  const unused = standing.unused.length;
  const undecided = standing.undecided.length;
  return { headline: headline(), besides: besides(open) };

  function headline(): string {
    if (!states.some(isSorted)) return `No goal asks for your ${fields} yet`;
    if (unused) return `${count(unused)} of ${fields} ${unused === 1 ? "serves" : "serve"} no goal`;
    if (!undecided) return counted === 1 ? "Your one field serves a goal" : `All ${fields} serve a goal`;
    const open = `${count(undecided)} ${undecided === 1 ? "is" : "are"} undecided`;
    return undecided === counted ? `All ${fields} are undecided` : `No field is without a goal, but ${open}`;
  }
}

function besides(open: OpenMatrix): string | null {
  const others = open.fields.filter((field) => !isOfCustomers(open, field));
  if (!others.length || !open.states.some(isSorted)) return null;
  const unused = others.filter(({ plan }) => plan.verdict === "unused").length;
  const tables = open.dataset.tables.length - 1;
  if (!unused) return null;
  return `And ${count(unused)} of ${plural(others.length, "field", "fields")} in ${plural(tables, "other table", "other tables")}.`;
}
