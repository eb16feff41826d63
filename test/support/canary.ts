import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CanaryTokens, canaryTokens, leaksIn } from "./canary-tokens.ts";

/**
 * A dataset whose cells can be recognised wherever they turn up. Every cell is different, but for the few columns of which
 * a goal needs many alike (`plan`, `churned`, `agreed_email`, kinds, channels, states) and for `store`, whose words are
 * held by 4 customers each and must stay hidden too.
 */
export interface CanaryDataset {
  readonly folder: string;
  /** customers, events, consents */
  readonly files: readonly string[];
  readonly strategyFile: string;
  /** the goal of the strategy file; its outcome is churned = Yes */
  readonly goal: string;
  readonly tokens: ReadonlySet<string>;
  /** the cells that turn up in a text, each once; the latest time of a column may: it is the as-of moment */
  leaksIn(text: string): string[];
}

type Row = Readonly<Record<string, string>>;

const customerCount = 600;
const plans = ["basic", "plus", "pro"] as const;
const leaving = { basic: 0.65, plus: 0.3, pro: 0.1 };

/** Writes the dataset into a fresh folder. */
export function canaryDataset(): CanaryDataset {
  const tokens = canaryTokens();
  const ids = Array.from({ length: customerCount }, tokens.word);
  const folder = mkdtempSync(join(tmpdir(), "winnow-canary-"));
  const files = Object.entries({
    customers: customerRows(ids, tokens),
    events: eventRows(ids, tokens),
    consents: consentRows(ids, tokens),
  }).map(([name, rows]) => write(join(folder, `${name}.csv`), rows));
  const strategyFile = join(folder, "strategy.yaml");
  writeFileSync(strategyFile, strategy);
  return {
    ...{ folder, files, strategyFile, goal: "keep-them", tokens: tokens.all },
    leaksIn: (text) => leaksIn(text, tokens.all),
  };
}

function customerRows(ids: readonly string[], { word, number, birthDate, random }: CanaryTokens): Row[] {
  const stores = Array.from({ length: customerCount / 4 }, word);
  return ids.map((id, index) => {
    const plan = random.pick(plans);
    return {
      customer_id: id,
      full_name: `${word()} ${word()}`,
      email: `${word()}@example.com`,
      mobile: `+1${number()}`,
      birth_date: birthDate(),
      city: word(),
      note: `asked for ${word()}, twice`,
      spend: number(),
      store: stores[index >> 2] ?? "",
      plan,
      agreed_email: random.chance(0.6) ? "yes" : "no",
      churned: random.chance(leaving[plan]) ? "Yes" : "No",
    };
  });
}

function eventRows(ids: readonly string[], { word, time, keep }: CanaryTokens): Row[] {
  const rows = ids.map((id) => ({ id, happened: time(), loaded: time() }));
  keep(rows.slice(0, -1).flatMap(({ happened, loaded }) => [happened, loaded]));
  return rows.map(({ id, happened, loaded }) => ({
    customer_id: id,
    event: "basket_left",
    basket: word(),
    happened_at: `${happened}Z`,
    loaded_at: `${loaded}Z`,
  }));
}

function consentRows(ids: readonly string[], { word, time, keep, random }: CanaryTokens): Row[] {
  const rows = ids.map((id) => ({ id, changed: time() }));
  keep(rows.slice(0, -1).map(({ changed }) => changed));
  return rows.map(({ id, changed }) => ({
    customer_id: id,
    channel: "email",
    status: random.chance(0.7) ? "granted" : "withdrawn",
    changed_at: `${changed}Z`,
    asked_by: word(),
  }));
}

function write(path: string, rows: readonly Row[]): string {
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  const quoted = (cell: string) => (cell.includes(",") ? `"${cell}"` : cell);
  writeFileSync(path, lines.map((line) => `${line.map(quoted).join(",")}\n`).join(""));
  return path;
}

const strategy = `strategy: Canary
goals:
  - key: keep-them
    name: Keep them
    outcome: { field: churned, is: "Yes" }
    channels: [email]
    trigger: { table: events, event: basket_left, at: happened_at, arrived: loaded_at }
    window: 1h
    lookBack: 200d
    roles: { key: customer_id, address: { email: email }, consent: { email: agreed_email }, content: [full_name, store] }
    exchange: A basket that waits
    basis: consent
`;
