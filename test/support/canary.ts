import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomStream } from "../../sample-data/random.ts";

/**
 * A dataset whose cells can be recognised wherever they turn up: texts hold a word that starts with zq7x, numbers start
 * with 7391, birth dates lie in 1931 to 1933, times in the first half of 2024. Every cell is different, but for the few
 * columns that a goal needs many of (`plan`, `churned`, `agreed_email`, kinds, channels, states) and for `store`, whose
 * words are held by 4 customers each and must stay hidden too.
 */
export interface CanaryDataset {
  readonly folder: string;
  /** customers, events, consents */
  readonly files: readonly string[];
  readonly strategyFile: string;
  /** a goal of the strategy file; its outcome is churned = Yes */
  readonly goal: string;
  readonly tokens: ReadonlySet<string>;
  /** the cells that turn up in a text, each once; the latest time of a column may, it is the as-of moment */
  leaksIn(text: string): string[];
}

const customerCount = 600;
const start = Date.UTC(2024, 0, 2) / 1000;

/** Writes the dataset into a fresh folder. */
export function canaryDataset(): CanaryDataset {
  const random = randomStream(7, "canary");
  const tokens = new Set<string>();
  const remember = (token: string) => {
    tokens.add(token);
    return token;
  };
  let words = 0;
  const word = () => remember(`zq7x${(++words * 7919).toString(36).padStart(5, "0")}`);
  let numbers = 0;
  const number = () => remember(String(7_391_000_000 + ++numbers * 131));
  let seconds = start;
  const time = () => {
    seconds += 61 + random.integer(0, 59) * 3;
    return new Date(seconds * 1000).toISOString().slice(0, 19);
  };

  const stores = Array.from({ length: customerCount / 4 }, word);
  const ids = Array.from({ length: customerCount }, word);
  const customers = ids.map((id, index) => {
    const plan = ["basic", "plus", "pro"][index % 3] ?? "basic";
    const birth = new Date(Date.UTC(1931, 0, 1 + index)).toISOString().slice(0, 10);
    const churned = random.chance({ basic: 0.65, plus: 0.3, pro: 0.1 }[plan] ?? 0) ? "Yes" : "No";
    return {
      customer_id: id,
      full_name: `${word()} ${word()}`,
      email: `${word()}@example.com`,
      mobile: `+1${number()}`,
      birth_date: remember(birth),
      city: word(),
      note: `asked for ${word()}, twice`,
      spend: number(),
      store: stores[index >> 2] ?? "",
      plan,
      agreed_email: random.chance(0.6) ? "yes" : "no",
      churned,
    };
  });
  const events = ids.map((id) => {
    const happened = time();
    return {
      customer_id: id,
      event: "basket_left",
      basket: word(),
      happened_at: `${happened}Z`,
      loaded_at: `${time()}Z`,
    };
  });
  const consents = ids.map((id) => {
    const status = random.chance(0.7) ? "granted" : "withdrawn";
    return { customer_id: id, channel: "email", status, changed_at: `${time()}Z`, asked_by: word() };
  });

  for (const moments of [events.map((row) => row.happened_at), events.map((row) => row.loaded_at)])
    rememberButLast(moments);
  rememberButLast(consents.map((row) => row.changed_at));
  function rememberButLast(moments: readonly string[]) {
    for (const moment of moments.slice(0, -1)) tokens.add(moment.slice(0, 19));
  }

  const folder = mkdtempSync(join(tmpdir(), "winnow-canary-"));
  const write = (name: string, rows: readonly Readonly<Record<string, string>>[]) => {
    const path = join(folder, `${name}.csv`);
    const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map(quoted))];
    writeFileSync(path, lines.map((line) => `${line.join(",")}\n`).join(""));
    return path;
  };
  const files = [write("customers", customers), write("events", events), write("consents", consents)];
  const strategyFile = join(folder, "strategy.yaml");
  writeFileSync(strategyFile, strategy);
  return { folder, files, strategyFile, goal: "keep-them", tokens, leaksIn: (text) => leaksIn(text, tokens) };
}

/** However it is written: in a URL, with a space in the time, in small or capital letters. */
function leaksIn(text: string, tokens: ReadonlySet<string>): string[] {
  const found = text
    .toLowerCase()
    .match(/zq7x[0-9a-z]{5}|7391\d{6}|193[123]-\d\d-\d\d|2024-0\d-\d\d(t|%20|\+| )\d\d(:|%3a)\d\d(:|%3a)\d\d/g);
  const written = (found ?? []).map((one) => one.replace(/%3a/g, ":").replace(/(?<=-\d\d)(t|%20|\+| )/, "T"));
  return [...new Set(written)].filter((one) => tokens.has(one));
}

function quoted(cell: string): string {
  return cell.includes(",") ? `"${cell}"` : cell;
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
