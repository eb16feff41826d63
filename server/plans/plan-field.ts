import type { Database } from "../database/database.ts";
import { commonLevel } from "../profiles/common-level.ts";
import { levelsOf } from "../profiles/levels-of.ts";
import { combineVerdicts } from "../verdicts/combine-verdicts.ts";
import type { Action, FieldProfile, FieldVerdict, Verdict } from "../vocabulary.ts";

export interface KeepAs {
  readonly level: string;
  /** over the customers relation */
  readonly sql: string;
}

/** What to do with one field, over all goals. */
export interface FieldPlan {
  readonly table: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly action: Action;
  readonly keepAs: KeepAs | null;
}

/** Verdict → action (method §5.1): needed → keep, coarser → coarsen, unused → drop; undecided, or tested by no goal → decide. */
export function planField(
  database: Pick<Database, "fragment">,
  profile: FieldProfile,
  verdicts: readonly FieldVerdict[],
): FieldPlan {
  const combined = combineVerdicts(verdicts);
  const levels = levelsOf(profile);
  const wanted = levels.filter(({ key }) => verdicts.some(({ keepAs }) => keepAs === key));
  const level = combined === "coarser" ? commonLevel(levels, wanted) : null;
  // Levels that do not fit into each other are served by the value itself.
  const verdict = combined === "coarser" && wanted.length > 1 && !level ? "needed" : combined;
  const keepAs = level && { level: level.key, sql: level.expression(database, profile.name).sql };
  return {
    table: profile.table,
    name: profile.name,
    verdict,
    action: actionFor(verdict, profile, verdicts, keepAs),
    keepAs,
  };
}

function actionFor(
  verdict: Verdict,
  profile: FieldProfile,
  verdicts: readonly FieldVerdict[],
  keepAs: KeepAs | null,
): Action {
  if (verdict === "undecided") return "decide";
  if (verdict === "unused") return verdicts.every(({ reason }) => reason === "no-outcome") ? "decide" : "drop";
  if (verdict === "coarser") return keepAs ? "coarsen" : "decide";
  return onlyJoins(profile, verdicts) ? "pseudonymize" : "keep";
}

/** Direct identifiers that serve as a key and nothing else: a pseudonym joins the tables as well. */
const speaking: ReadonlySet<string> = new Set(["email", "phone", "national-id", "full-name"]);

function onlyJoins(profile: FieldProfile, verdicts: readonly FieldVerdict[]): boolean {
  if (!speaking.has(profile.meaning)) return false;
  return verdicts
    .filter(({ verdict }) => verdict === "needed")
    .every(({ evidence }) => {
      const roles = evidence.find(({ rule }) => rule === "role")?.facts["roles"];
      return Array.isArray(roles) && roles.length === 1 && roles[0] === "key";
    });
}
