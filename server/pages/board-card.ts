import { customersTable, findField } from "../datasets/dataset.ts";
import { levelNamed } from "../profiles/forms-of.ts";
import type { Dataset, FieldProfile, FieldVerdict, Verdict } from "../vocabulary.ts";
import { urls } from "./urls.ts";
import { verdictOrder, verdictWords } from "./verdict-words.ts";
import { sensitivityWords } from "./words.ts";

/** Where a figure stands on the whiskers' shared scale, in the drawing's own units. */
export interface Whisker {
  readonly verdict: Verdict;
  readonly zero: number;
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

export interface BoardCard {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly name: string;
  readonly verdict: Verdict;
  /** the level in words: "year of birth" */
  readonly keepAs: string | null;
  readonly whisker: Whisker | null;
  readonly sentence: string;
  /** who decided, and their reason */
  readonly by: string | null;
  /** where to write the reason that a decision still lacks */
  readonly unexplained: string | null;
  readonly sensitivity: { readonly code: string; readonly label: string };
  readonly moves: readonly Move[];
  readonly action: string;
  readonly why: string;
  readonly focused: boolean;
}

export interface Move {
  readonly verdict: Verdict;
  readonly title: string;
  readonly here: boolean;
  readonly number: number;
}

/** The field in the board's addresses: its slug, with the table's before it where it is not of customers. */
export function boardKey(dataset: Dataset, { table, slug }: FieldProfile): string {
  const customers = customersTable(dataset);
  if (table === customers.name) return slug;
  return `${dataset.tables.find(({ name }) => name === table)?.slug ?? ""}--${slug}`;
}

/** The field's name in its file, with the table's before it where it is not of customers. */
export function boardName(dataset: Dataset, { table, name }: FieldProfile): string {
  return table === customersTable(dataset).name ? name : `${table}.${name}`;
}

/** The key of a field that a decision names; null where the dataset no longer has it. */
export function keyOfField(dataset: Dataset, name: string): string | null {
  const found = findField(dataset, name);
  const table = dataset.tables.find((one) => one.name === found?.table);
  const slug = table?.fields.find((one) => one.name === found?.field)?.slug;
  if (!table || slug === undefined) return null;
  return table.name === customersTable(dataset).name ? slug : `${table.slug}--${slug}`;
}

export interface CardOptions {
  readonly dataset: Dataset;
  readonly goal: string;
  readonly scale: Scale;
  /** the card that was just moved takes the focus */
  readonly moved: string | null;
}

export function boardCard(profile: FieldProfile, verdict: FieldVerdict, options: CardOptions): BoardCard {
  const { dataset, goal, scale, moved } = options;
  const key = boardKey(dataset, profile);
  const [first] = verdict.evidence;
  const why = urls.boardField(dataset.slug, goal, key);
  return {
    id: `c-${key}`,
    key,
    label: profile.label,
    name: boardName(dataset, profile),
    verdict: verdict.verdict,
    keepAs: levelWords(profile, verdict.keepAs),
    whisker: whiskerOf(verdict, scale),
    sentence: first?.sentence ?? "",
    by: sayDecision(verdict),
    unexplained: verdict.decision && !verdict.decision.reason ? `${why}#reason` : null,
    sensitivity: { code: profile.sensitivity, label: sensitivityWords[profile.sensitivity] },
    moves: movesOf(verdict.verdict),
    action: why,
    why,
    focused: moved === key,
  };
}

/** A level as the middle of a sentence says it; one that the field no longer has, as the decision writes it. */
export function levelWords(profile: FieldProfile, keepAs: string | null): string | null {
  const label = levelNamed(profile, keepAs)?.label;
  return label === undefined ? keepAs : `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

export function movesOf(here: Verdict): readonly Move[] {
  return verdictOrder.map((verdict, index) => ({
    verdict,
    title: verdictWords[verdict].title,
    here: verdict === here,
    number: index + 1,
  }));
}

export function sayDecision({ decision, measured, verdict }: FieldVerdict): string | null {
  if (!decision) return null;
  const who = decision.by ? `Moved by ${decision.by}` : "Moved";
  const why = decision.reason ? `: ${decision.reason}` : ". No reason written yet";
  const stood =
    measured.verdict === verdict ? "" : ` (measured: ${verdictWords[measured.verdict].short.toLowerCase()})`;
  return `${who}${why.replace(/[.]$/, "")}${stood}.`;
}

/** People of 100 with the outcome, from the least low end to the greatest high end of all cards. */
export interface Scale {
  readonly from: number;
  readonly to: number;
}

export function sharedScale(verdicts: readonly FieldVerdict[]): Scale {
  const ends = verdicts.flatMap((verdict) => {
    const missed = missedOf(verdict);
    return missed ? [missed.low, missed.high] : [];
  });
  return { from: Math.min(-1, ...ends), to: Math.max(1, ...ends) };
}

const left = 8;
const width = 234;

export function whiskerOf(verdict: FieldVerdict, { from, to }: Scale): Whisker | null {
  const missed = missedOf(verdict);
  if (!missed) return null;
  const place = (people: number) => Number((left + (width * (people - from)) / (to - from)).toFixed(1));
  return {
    verdict: verdict.verdict,
    zero: place(0),
    low: place(missed.low),
    value: place(missed.value),
    high: place(missed.high),
  };
}

/** The model's figure of the card, which its sentence says in words; null where nothing was measured. */
export function missedOf({ evidence }: FieldVerdict): { low: number; value: number; high: number } | null {
  const facts = evidence[0]?.facts ?? {};
  const [low, value, high] = [facts["missedOf100Low"], facts["missedOf100"], facts["missedOf100High"]];
  if (typeof low !== "number" || typeof value !== "number" || typeof high !== "number") return null;
  return { low, value, high };
}
