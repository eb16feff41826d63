import type { Request, Response } from "express";
import { near } from "../did-you-mean.ts";
import { NotFound } from "../errors.ts";
import { peopleOf } from "../evidence/people-of.ts";
import { saySegments } from "../evidence/segments/say-segments.ts";
import { formsOf } from "../profiles/forms-of.ts";
import { type Level, levelsOf } from "../profiles/levels-of.ts";
import type { Evidence, FieldProfile, FieldVerdict, Verdict } from "../vocabulary.ts";
import { boardKey, boardName, sayDecision, sharedScale, whiskerOf } from "./board-card.ts";
import { compareLevels } from "./compare-levels.ts";
import { couldStandIn } from "./could-stand-in.ts";
import { evidenceFacts } from "./evidence-facts.ts";
import { type LevelRisks, levelRisks } from "./group-risk.ts";
import { type OpenBoard, openBoard } from "./open-sorting.ts";
import { showPage } from "./show-page.ts";
import { formPart, type Page, pathPart, queryPart, type Site } from "./site.ts";
import { type SortedField, sortedFields } from "./sorted-fields.ts";
import { stepsIn } from "./steps-in.ts";
import { urls } from "./urls.ts";
import { isVerdict, verdictOrder, verdictWords } from "./verdict-words.ts";
import { whoOf } from "./who.ts";
import { of100, sensitivityWords } from "./words.ts";

/** One field for one goal: why it is where it is, and the form that decides. */
export const boardFieldPage: Page = async (site, request, response) => {
  const open = await openBoard(site, request, response);
  if (open) await showBoardField(site, request, response, open, fieldOnBoard(request, open), []);
};

export function fieldOnBoard(request: Request, open: OpenBoard): SortedField {
  const key = pathPart(request, "field");
  const fields = sortedFields(open);
  const found = fields.find(({ profile }) => boardKey(open.dataset, profile) === key);
  if (found) return found;
  const keys = fields.map(({ profile }) => boardKey(open.dataset, profile));
  const { key: goal } = open.sorted.resolved.goal;
  throw new NotFound(
    "There is no field under this name on the board.",
    near(key, keys).map((one) => urls.boardField(open.dataset.slug, goal, one)),
  );
}

export interface Fault {
  readonly text: string;
  readonly href: string;
}

export async function showBoardField(
  site: Site,
  request: Request,
  response: Response,
  open: OpenBoard,
  field: SortedField,
  errors: readonly Fault[],
): Promise<void> {
  const { dataset, sorted, sorting, strategy } = open;
  const { profile, verdict } = field;
  const { goal } = sorted.resolved;
  const couldStand = couldStandIn(open, profile, sorted.analysis.substitutes);
  const change = plainChange(verdict);
  const key = boardKey(dataset, profile);
  const risks = await levelRisks(site, { dataset, strategy, profiles: sorting.profiles }, profile, 1500);
  const table = dataset.tables.find(({ name }) => name === profile.table);
  showPage(site, request, response, {
    view: "board-field",
    title: `${errors.length ? "Error: " : ""}${profile.label}: ${goal.name}`,
    status: errors.length ? 400 : 200,
    steps: await stepsIn(site, open, "board", goal),
    model: {
      errors,
      board: { name: goal.name, href: `${urls.board(dataset.slug, goal.key)}#c-${key}` },
      label: profile.label,
      name: boardName(dataset, profile),
      field: table ? urls.field(dataset.slug, table.slug, profile.slug) : null,
      verdict: { code: verdict.verdict, title: verdictWords[verdict.verdict].title, said: saidOf(verdict.verdict) },
      numbers: urls.helpNumbers(),
      sensitivity: { code: profile.sensitivity, label: sensitivityWords[profile.sensitivity] },
      sentence: verdict.evidence[0]?.sentence ?? "",
      whisker: whiskerOf(verdict, sharedScale(sorted.verdicts)),
      by: sayDecision(verdict),
      segments: segmentsOf(open, field),
      others: verdict.evidence.slice(1).filter(isFinding).map(sayEvidence),
      compared: compareLevels(sorted.analysis, profile, verdict, peopleOf(sorted.resolved.outcome)),
      ...couldStand,
      wouldChange: change,
      levels: levelRows(risks, verdict),
      partner: risks?.partner ?? null,
      question: questionOf(open, field, key, request),
      form: formOf(request, field, urls.boardField(dataset.slug, goal.key, key)),
      statistics: [...evidenceFacts(verdict.evidence).filter(({ fact }) => fact !== change), ...keptThen(couldStand)],
    },
  });
}

/** What would change the verdict, where that is said without figures; else it stands among the statistics. */
function plainChange({ evidence }: SortedField["verdict"]): string | null {
  const said = evidence[0]?.facts["wouldChange"];
  return typeof said === "string" && !said.includes("%") ? said : null;
}

/** What the kept fields keep with one in the place of the other, for whoever looks at the statistics. */
function keptThen({ standIns, standsInFor }: ReturnType<typeof couldStandIn>) {
  return [
    ...standIns.map(({ label, keeps }) => ({ term: `Kept of all fields, with ${label} in its place`, fact: keeps })),
    ...standsInFor.map(({ label, keeps }) => ({ term: `Kept of all fields, in place of ${label}`, fact: keeps })),
  ];
}

/** Who loses more: told of what is not kept, and of the field that they are told apart by. */
function segmentsOf({ sorted }: OpenBoard, { profile }: SortedField): readonly string[] {
  const { segments, kept } = sorted.analysis;
  if (!segments) return [];
  const isKept = kept.some(({ table, name }) => table === profile.table && name === profile.name);
  const own = segments.groups.filter(({ table, field }) => table === profile.table && field === profile.name);
  return saySegments(isKept ? { ...segments, groups: own } : segments);
}

/** Whether the field is known before the outcome: only people can tell. Null where nothing asks. */
function questionOf(
  { dataset, sorted }: OpenBoard,
  { profile }: SortedField,
  key: string,
  request: Request,
): object | null {
  const asked = sorted.analysis.asked.find(({ table, field }) => table === profile.table && field === profile.name);
  if (!asked) return null;
  return {
    action: urls.answer(dataset.slug, sorted.resolved.goal.key, key),
    outcome: sorted.resolved.outcome?.label ?? "the outcome",
    by: whoOf(request),
    answers: (["before", "afterwards"] as const).map((known) => ({
      known,
      title: known === "before" ? "Yes, it is known before" : "No, only afterwards",
      chosen: asked.answer === known,
    })),
  };
}

/** Verdicts are about the goal, not the field. */
function saidOf(verdict: Verdict): string {
  const title = verdictWords[verdict].title.toLowerCase();
  return verdict === "undecided" ? "still undecided" : `${title} for this goal`;
}

function levelRows(risks: LevelRisks | null, { keepAs }: FieldVerdict): readonly object[] {
  return (risks?.levels ?? []).map(({ label, level, alone, beside }) => ({
    label,
    chosen: level !== null && level === keepAs,
    alone: of100(alone),
    beside: beside === null ? null : of100(beside),
  }));
}

/** “Too close to call” is what is left where no other rule holds: beside one that does, it says nothing. */
function isFinding({ rule }: Evidence): boolean {
  return rule !== "too-close";
}

function sayEvidence({ favours, sentence }: Evidence): { readonly verdict: Verdict; readonly sentence: string } {
  return { verdict: favours, sentence };
}

function formOf(request: Request, { profile, verdict }: SortedField, action: string): object {
  const written = (name: string, otherwise: string) => formPart(request, name) ?? otherwise;
  const asked = formPart(request, "verdict") ?? queryPart(request, "verdict");
  const chosen = isVerdict(asked) ? asked : verdict.verdict;
  const { decision } = verdict;
  const keepAs = written("keepAs", decision?.keepAs ?? verdict.keepAs ?? "");
  return {
    action,
    asks: isVerdict(asked) && asked !== verdict.verdict ? askWords(asked, offered(profile, verdict).length > 0) : null,
    verdicts: verdictOrder.map((one) => ({
      verdict: one,
      title: verdictWords[one].short,
      chosen: one === chosen,
    })),
    levels: offered(profile, verdict).map(({ key, label }) => ({ value: key, label, chosen: key === keepAs })),
    reason: written("reason", decision?.reason ?? ""),
    by: written("by", whoOf(request)),
    reviewBy: written("reviewBy", decision?.reviewBy ?? ""),
    decided: decision !== null,
    suggestion: verdictWords[verdict.measured.verdict].title,
  };
}

/** The levels, and the form that its role needs. */
function offered(profile: FieldProfile, { evidence, keepAs }: FieldVerdict): Level[] {
  const named = [keepAs, ...evidence.map(({ facts }) => facts["level"])];
  return [...levelsOf(profile), ...formsOf(profile).filter(({ key }) => named.includes(key))];
}

/** Why a card that was moved by menu, key or drop came here first. */
function askWords(asked: Verdict, hasLevels: boolean): string {
  const { short } = verdictWords[asked];
  return asked === "coarser" && hasLevels
    ? `To place it in ${short}, say how coarse it may be and who decides.`
    : `To place it in ${short}, say who decides.`;
}
