// ───────────── what is held ─────────────

export type TableKind = "customers" | "events" | "consents" | "reference";
export type FieldType = "text" | "integer" | "number" | "boolean" | "date" | "time";

export interface FieldRef {
  readonly table: string;
  readonly field: string;
}

/** A named thing held about each customer. `slug` is unique in its table and fits a URL. */
export interface Field {
  readonly name: string;
  readonly slug: string;
  readonly type: FieldType;
  /** how the file writes its values, where the database prints them otherwise: "0.00", "0,0", "%d/%m/%Y" */
  readonly written?: string;
}

/** Which of a table's fields say who, what and when. Guessed at load, corrected by the strategy's `tables:`. */
export interface TableLayout {
  readonly key: string | null;
  /** the field of the customers table that `key` matches; null means that table's own key */
  readonly joins: string | null;
  readonly event: string | null;
  readonly at: string | null;
  readonly arrived: string | null;
  readonly updated: string | null;
  readonly channel: string | null;
  readonly purpose: string | null;
  readonly state: string | null;
  /** values of `state` that mean yes, lower case */
  readonly yes: readonly string[];
  /** what the values of `channel` stand for, where they are codes */
  readonly channels: Readonly<Record<string, string>>;
  readonly each: "withdrawal" | null;
  readonly zone: string | null;
  /** of a table that holds each customer once, as they were then: a day, or a moment of one */
  readonly snapshot?: string;
}

export interface Table {
  readonly name: string;
  readonly slug: string;
  readonly kind: TableKind;
  readonly records: number;
  readonly fields: readonly Field[];
  readonly layout: TableLayout;
  /** of the file's bytes as given, before unpacking */
  readonly sha256: string;
  readonly rejected: number;
  readonly copiesRemoved: number;
}

/** The tables loaded together about the same customers. Their relations live in the DuckDB schema `schema`. */
export interface Dataset {
  readonly slug: string;
  readonly name: string;
  readonly schema: string;
  readonly tables: readonly Table[];
  readonly loadedAt: string;
  readonly warnings: readonly string[];
  /** sha256 over every table's bytes and the options it was loaded with */
  readonly fingerprint: string;
}

// ───────────── what a field is ─────────────

export type Sensitivity = "none" | "personal" | "identifying" | "special";
export type Origin = "volunteered" | "observed" | "inferred" | "acquired" | "unknown";

export interface ValueCount {
  /** null is the empty cell */
  readonly value: string | null;
  readonly count: number;
}

export interface HistogramBar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** How old the values of a field are at the as-of time, where a time field or table says when they were updated. */
export interface Freshness {
  readonly by: FieldRef;
  readonly measured: number;
  readonly medianAgeMinutes: number;
  readonly p90AgeMinutes: number;
  readonly latest: string;
}

/** Every fact about a field whatever the goal. Values held by fewer than 5 customers are left out of all lists. */
/** Of a text or a place at one level: the values that enough customers hold, where others are held by too few. */
export interface CommonValues {
  /** null is the value itself */
  readonly level: string | null;
  readonly values: readonly string[];
  /** customers who hold one of the others */
  readonly others: number;
}

export interface FieldProfile {
  readonly table: string;
  readonly name: string;
  readonly slug: string;
  /** the plain name marketers read: "Contract end date" */
  readonly label: string;
  readonly type: FieldType;
  readonly meaning: string;
  readonly meaningReason: string;
  readonly sensitivity: Sensitivity;
  readonly sensitivityReason: string;
  readonly origin: Origin;
  readonly originReason: string;
  /** which of meaning, sensitivity, origin a person corrected */
  readonly corrected: readonly ("meaning" | "sensitivity" | "origin")[];
  readonly records: number;
  readonly filled: number;
  readonly distinct: number;
  readonly approximate: boolean;
  /** the commonest values, most frequent first; empty for fields whose values point at one person */
  readonly top: readonly ValueCount[];
  /** of numbers, and of dates and times as epoch days; ends held by fewer than 5 customers are null */
  readonly spread: {
    readonly minimum: number | null;
    readonly maximum: number | null;
    readonly median: number;
    readonly mean: number;
  } | null;
  readonly histogram: readonly HistogramBar[];
  /** shapes of the values ("Aa9"-like), most frequent first */
  readonly patterns: readonly ValueCount[];
  /** customers whose value nobody else has */
  readonly singledOutAlone: number;
  readonly freshness: Freshness | null;
  /** of texts and places some of whose values are held by fewer than `under` customers; absent where none is */
  readonly rare?: { readonly under: number; readonly levels: readonly CommonValues[] };
}

// ───────────── what it is for ─────────────

export type Role = "key" | "address" | "consent" | "trigger" | "arrival" | "content" | "suppression" | "duty";
export type Channel = string;
export type Basis =
  | "consent"
  | "contract"
  | "legitimate-interest"
  | "legal-obligation"
  | "vital-interest"
  | "public-task";

/** `at` is the field of the customers table that says when the outcome became known. */
export type Outcome =
  | { readonly field: string; readonly is: string; readonly at?: string }
  | { readonly field: string; readonly at?: string }
  | { readonly sql: string }
  | { readonly table: string; readonly event: string | null; readonly within: string };

/** Who got the offer: everybody else is who did not. */
export interface Treatment {
  readonly field: string;
  readonly is: string;
}

export type Trigger =
  | { readonly field: string; readonly before?: string; readonly after?: string }
  | { readonly table: string; readonly event?: string; readonly at?: string; readonly arrived?: string }
  | { readonly when: string; readonly at?: string };

export interface Duty {
  readonly field: string;
  readonly law: string;
}

/** Every role takes one field, a list, or a map by channel; kept as the file writes it, `duty` apart. */
export type RoleFields = string | readonly string[] | Readonly<Record<Channel, string>>;
export type Roles = { readonly [R in Exclude<Role, "duty">]?: RoleFields } & { readonly duty?: readonly Duty[] };

/** A goal as the strategy file writes it. Durations are an integer and m, h or d. */
export interface Goal {
  readonly key: string;
  readonly name: string;
  readonly from?: string;
  readonly audience?: string;
  readonly outcome?: Outcome;
  readonly treatment?: Treatment;
  readonly channels: readonly Channel[];
  readonly trigger?: Trigger;
  readonly window?: string;
  readonly until?: string;
  readonly reaction?: string;
  readonly lookBack?: string;
  readonly holdBack?: string;
  readonly quiet?: string;
  readonly roles: Roles;
  readonly exchange?: string;
  readonly basis?: Basis;
  readonly keep?: number;
  readonly keepFor?: string;
  /** of the first stage: what the cheapest set of fixes is to reach */
  readonly wishedShare?: number;
}

export interface TableSetting extends Partial<TableLayout> {
  readonly table: string;
  readonly kind?: TableKind;
}

export interface FieldSetting {
  readonly field: string;
  readonly meaning?: string;
  readonly sensitivity?: Sensitivity;
  readonly origin?: Origin;
  readonly updated?: string | { readonly table: string; readonly event?: string; readonly at: string };
  readonly maxAge?: string;
  readonly by?: string;
  readonly at?: string;
}

export type Verdict = "needed" | "coarser" | "unused" | "undecided";
export type Action = "keep" | "coarsen" | "pseudonymize" | "drop" | "decide";

/** A person's verdict in place of the measured one. Without a goal it stands for every goal. */
export interface Decision {
  readonly goal?: string;
  readonly field: string;
  readonly verdict: Verdict;
  readonly keepAs?: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly reviewBy?: string;
}

export interface Answer {
  readonly goal: string;
  readonly field: string;
  readonly known: "before" | "afterwards";
  readonly by: string;
  readonly at: string;
}

export interface Permission {
  readonly field: string;
  readonly goals: readonly string[];
  readonly because: string;
  readonly by: string;
  readonly at: string;
}

/** How much a fix costs, as a person reckons it. Without a goal it stands for every goal. */
export interface FixEffort {
  readonly goal?: string;
  /** "ask email", "load", "fill plan_name" */
  readonly fix: string;
  /** in any unit, the same for every fix */
  readonly points: number;
  readonly by: string;
  readonly at: string;
}

export interface Thresholds {
  /** tolerance of a single field, as a share of the gain */
  readonly delta: number;
  /** false discovery rate of `needed` claims */
  readonly q: number;
  /** group size under which people count as exposed */
  readonly k: number;
}

/** Everything a person decided or corrected: the content of strategy.yaml. */
export interface Strategy {
  readonly name: string | null;
  readonly tables: readonly TableSetting[];
  readonly fields: readonly FieldSetting[];
  readonly goals: readonly Goal[];
  readonly decisions: readonly Decision[];
  readonly answers: readonly Answer[];
  readonly permitted: readonly Permission[];
  readonly efforts: readonly FixEffort[];
  readonly thresholds: Thresholds;
}

// ───────────── what we found ─────────────

export type Reason =
  | "role"
  | "duty"
  | "used"
  | "decision"
  | "not-permitted"
  | "known-afterwards"
  | "empty"
  | "constant"
  | "identifier"
  | "duplicate"
  | "derived"
  | "stale"
  | "no-outcome"
  | "too-little-data"
  | "lift"
  | "no-lift"
  | "coarser-as-good"
  | "too-close";

export type Facts = Readonly<Record<string, number | string | boolean | null | readonly string[]>>;

/** One measured fact for or against a field for one goal, with its sentence and its query. */
export interface Evidence {
  readonly rule: Reason;
  readonly favours: Verdict;
  readonly sentence: string;
  readonly facts: Facts;
  /** the name of the query, or of the model step, that the figures come from */
  readonly query: string;
}

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface FieldVerdict {
  readonly table: string;
  readonly name: string;
  readonly goal: string;
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly keepAs: string | null;
  /** the deciding evidence first */
  readonly evidence: readonly Evidence[];
  readonly decision: Decision | null;
  /** what was measured, where a decision stands over it */
  readonly measured: { readonly verdict: Verdict; readonly reason: Reason };
}

export interface Performance {
  readonly measure: "auc" | "captured";
  readonly allFields: Estimate;
  readonly keptFields: Estimate;
  readonly keptShare: { readonly value: number; readonly low: number };
  readonly foundInTop20: { readonly allFields: Estimate; readonly keptFields: Estimate };
}

/** How many people a set of fields singles out. Always on every record, never a sample. */
export interface Risk {
  readonly records: number;
  readonly singledOut: number;
  readonly singledOutShare: number;
  readonly smallestGroup: number;
  readonly inGroupsUnder5Share: number;
  readonly inGroupsUnder11Share: number;
  readonly averageRisk: number;
}

export type StageName =
  | "known"
  | "identifiable"
  | "present"
  | "fresh"
  | "agreed"
  | "reachable"
  | "in-time"
  | "actionable";

export type Readiness = "in-time" | "late" | "missing" | "not-measured";
