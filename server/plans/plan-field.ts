import type { Database } from "../database/database.ts";
import { commonLevel } from "../profiles/common-level.ts";
import { formsOf } from "../profiles/forms-of.ts";
import { type Level, levelsOf } from "../profiles/levels-of.ts";
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
  const isWanted = ({ key }: Level) => verdicts.some(({ keepAs }) => keepAs === key);
  const forms = formsOf(profile).filter(isWanted);
  const wanted = [...levels.filter(isWanted), ...forms];
  const level = combined === "coarser" ? commonOf(levels, wanted, forms) : null;
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

/** A form follows from no level, nor from another form: alone it serves, beside others only the value does. */
function commonOf(levels: readonly Level[], wanted: readonly Level[], forms: readonly Level[]): Level | null {
  return forms.length ? (wanted.length === 1 ? (forms[0] ?? null) : null) : commonLevel(levels, wanted);
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
