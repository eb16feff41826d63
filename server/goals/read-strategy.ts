import { isScalar, LineCounter, parseDocument } from "yaml";
import { didYouMean } from "../did-you-mean.ts";
import { UserError } from "../errors.ts";
import type { Strategy } from "../vocabulary.ts";
import { catalogue } from "./catalogue.ts";
import { emptyStrategy } from "./empty-strategy.ts";
import { goal } from "./goal-readers.ts";
import { answer, decision, fieldSetting, fixEffort, permission, tableSetting, thresholds } from "./strategy-readers.ts";
import { isBlank, placeAt, whereIs, type YamlSource } from "./yaml-place.ts";
import { filledText, list, record } from "./yaml-readers.ts";

/** the key of the goal that an outcome alone makes */
const PLAIN_GOAL = "goal";

interface Written {
  readonly strategy: string;
  readonly tables: Strategy["tables"];
  readonly fields: Strategy["fields"];
  readonly goals: Strategy["goals"];
  readonly decisions: Strategy["decisions"];
  readonly answers: Strategy["answers"];
  readonly permitted: Strategy["permitted"];
  readonly efforts: Strategy["efforts"];
  readonly thresholds: Strategy["thresholds"];
}

const written = record<object, Written>(
  {},
  {
    strategy: filledText,
    tables: list(tableSetting),
    fields: list(fieldSetting),
    goals: list(goal),
    decisions: list(decision),
    answers: list(answer),
    permitted: list(permission),
    efforts: list(fixEffort),
    thresholds,
  },
);

/**
 * The content of a strategy file. `path` is only named in messages.
 * Throws UserError for the first fault: the file, the line, what is wrong and what to write.
 * Names of tables and fields are not looked up here: the file may speak of tables that are not loaded yet.
 */
export function readStrategy(text: string, path: string): Strategy {
  const source = parse(text, path);
  const whole = placeAt(source, source.document.contents, "");
  if (isBlank(whole)) return emptyStrategy();
  if (isScalar(whole.node)) {
    throw new UserError(`${path} is not a strategy file. It starts with strategy: and a name, then goals:.`);
  }
  const { strategy, ...parts } = written(whole);
  const read: Strategy = { ...emptyStrategy(strategy ?? null), ...parts };
  refuseRepeats(read, path);
  refuseUnknownGoals(read, path);
  return read;
}

function parse(text: string, path: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: "1.2", schema: "core" });
  const source = { path, document, lines };
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) {
    const message = fault.message.split("\n")[0]?.replace(/[.:]?\s*$/, "") ?? "";
    throw new UserError(
      `${whereIs(source, fault.pos[0])}: this is not well-formed YAML (${message}). Check the line and the one above it.`,
    );
  }
  return source;
}

function refuseRepeats(strategy: Strategy, path: string): void {
  refuseRepeated(strategy.goals, ({ key }) => `two goals have the key "${key}". Give each its own.`);
  refuseRepeated(strategy.tables, ({ table }) => `tables: has two entries for ${table}. Make one of them.`);
  refuseRepeated(strategy.fields, ({ field }) => `fields: has two entries for ${field}. Make one of them.`);
  refuseRepeated(strategy.decisions, (one) => `decisions: has two entries for ${one.field}${forGoal(one)}. Keep one.`);
  refuseRepeated(strategy.answers, (one) => `answers: has two entries for ${one.field}${forGoal(one)}. Keep one.`);
  refuseRepeated(strategy.permitted, ({ field }) => `permitted: has two entries for ${field}. List its goals in one.`);
  refuseRepeated(strategy.efforts, (one) => `efforts: has two entries for ${one.fix}${forGoal(one)}. Keep one.`);

  /** Entries about the same thing would get the same message. */
  function refuseRepeated<T>(entries: readonly T[], message: (entry: T) => string): void {
    const seen = new Set<string>();
    for (const text of entries.map(message)) {
      if (seen.has(text)) throw new UserError(`${path}: ${text}`);
      seen.add(text);
    }
  }
}

function forGoal({ goal }: { readonly goal?: string }): string {
  return goal === undefined ? " and every goal" : ` and ${goal}`;
}

function refuseUnknownGoals(strategy: Strategy, path: string): void {
  const own = strategy.goals.map((one) => one.key);
  const known = new Set([...own, PLAIN_GOAL, ...catalogue.map(({ key }) => key)]);
  const named = [
    ...strategy.decisions.map((one) => ({ part: "decisions", key: one.goal })),
    ...strategy.answers.map((one) => ({ part: "answers", key: one.goal })),
    ...strategy.efforts.map((one) => ({ part: "efforts", key: one.goal })),
    ...strategy.permitted.flatMap((one) => one.goals.map((key) => ({ part: "permitted", key }))),
  ];
  for (const { part, key } of named) {
    if (key === undefined || known.has(key)) continue;
    throw new UserError(
      `${path}: ${part}: names the goal "${key}", which is not among goals:.${didYouMean(key, known)} ` +
        `Known are: ${[...own, PLAIN_GOAL].join(", ")}, and the keys of the catalogue.`,
    );
  }
}
