import { csvText } from "../reports/csv-text.ts";
import { isSorted, type MatrixCell, type MatrixField, openMatrix } from "./open-matrix.ts";
import type { Page } from "./site.ts";

/** The matrix as a document: of each field the fields' part of `minimization.json`, without the evidence. */
export const matrixJson: Page = async (site, request, response) => {
  const open = await openMatrix(site, request, response);
  if (!open) return;
  response.json({
    goals: open.states.map((state) => ({ key: state.goal.key, name: state.goal.name, state: state.kind })),
    fields: open.fields.map(({ plan, cells }) => ({ ...plan, goals: cells.flatMap(goalPart) })),
  });
};

function goalPart({ state, verdict, roles, isOutcome }: MatrixCell): object[] {
  if (!verdict) return [];
  const { reason, keepAs, decision } = verdict;
  return [
    {
      goal: state.goal.key,
      verdict: verdict.verdict,
      reason,
      keepAs,
      roles: roleNames(roles),
      isOutcome,
      decision,
    },
  ];
}

/** The same as a table: one line a field; of each goal the verdict, the level, the roles and who decided. */
export const matrixCsv: Page = async (site, request, response) => {
  const open = await openMatrix(site, request, response);
  if (!open) return;
  const ofGoal = ["verdict", "keep_as", "roles", "decided_by"];
  const goals = open.states.filter(isSorted).flatMap(({ goal }) => ofGoal.map((part) => `${goal.key}.${part}`));
  const header = ["table", "field", ...goals, "verdict", "action", "keep_as"];
  response
    .attachment(`${open.dataset.slug}-matrix.csv`)
    .type("text/csv")
    .send(csvText(header, open.fields.map(lineOf)));
};

function lineOf({ plan, cells }: MatrixField): (string | null)[] {
  const goals = cells.flatMap(({ verdict, roles }) =>
    verdict ? [verdict.verdict, verdict.keepAs, roleNames(roles).join(" "), verdict.decision?.by ?? null] : [],
  );
  return [plan.table, plan.name, ...goals, plan.verdict, plan.action, plan.keepAs?.level ?? null];
}

function roleNames(roles: MatrixCell["roles"]): readonly string[] {
  return [...new Set(roles.map(({ role }) => role))];
}
