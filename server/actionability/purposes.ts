import { text } from "../database/shape.ts";
import { relation } from "../database/sql-text.ts";
import type { Table } from "../vocabulary.ts";
import { codeOf } from "./channels.ts";
import type { Inquiry } from "./inquiry.ts";

/** Words for "marketing as a whole". */
const whole = /marketing|promotion|promo\b|advertis|newsletter|offers|direct-mail/;

/**
 * The purposes of a consents table that speak for this goal, as [written, purpose]. Without a purpose column every entry
 * speaks for marketing as a whole. With one: the goal's own key or name, the catalogue's, and marketing as a whole; an
 * entry without a purpose is kept too, because a withdrawal without one counts for all of them.
 */
export async function purposesFor(inquiry: Inquiry, table: Table): Promise<readonly (readonly [string, string])[]> {
  const { database, session, dataset, goal } = inquiry;
  const { purpose } = table.layout;
  if (purpose === null) return [["", ""]];
  const own = [goal.goal.key, goal.goal.name, goal.goal.from ?? goal.goal.key].map(codeOf);
  const written = await session.rows(
    "actionability/purposes",
    { code: text },
    {
      names: {
        consents: relation(dataset.schema, table.name),
        purpose: database.fragment("actionability/code-as-written", { field: purpose }),
      },
    },
  );
  const matching = written.map(({ code }) => code).filter((code) => own.includes(code) || whole.test(code));
  if (!matching.length) {
    inquiry.warnings.push(
      `No purpose in ${table.name} names this goal or marketing as a whole, so none of its entries counts as a yes.`,
    );
  }
  return (matching.length ? matching : [""]).flatMap((code) =>
    code === "" ? [["", ""] as const] : [[code, code] as const, ["", code] as const],
  );
}
