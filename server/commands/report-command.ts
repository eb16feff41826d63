import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { findField } from "../datasets/dataset.ts";
import { UserError } from "../errors.ts";
import { emptyStrategy } from "../goals/empty-strategy.ts";
import { measureDataset } from "../measure-dataset.ts";
import { profileAsOf } from "../plans/sort-dataset.ts";
import type { Answer, Dataset, Goal, Strategy } from "../vocabulary.ts";
import { chooseGoals, type GoalFlags } from "./choose-goals.ts";
import type { CommandContext } from "./command-context.ts";
import { readFileArgument } from "./file-arguments.ts";
import { loadFiles } from "./load-files.ts";
import { addLoadOptions, type LoadFlags, wholeNumber } from "./load-options.ts";
import { readStrategyFile } from "./read-strategy-file.ts";
import { type ReportFormat, reportFiles, reportFormats } from "./report-files.ts";
import { showProgress } from "./show-progress.ts";
import { withTemporaryWorkbench } from "./with-temporary-workbench.ts";
import { writeBeside } from "./write-beside.ts";

interface ReportFlags extends LoadFlags, GoalFlags {
  readonly strategy?: string;
  readonly asOf?: string;
  readonly seed: number;
  readonly threads: number;
  readonly out: string;
  readonly knownBefore: readonly string[];
  readonly knownAfterwards: readonly string[];
  readonly format: readonly ReportFormat[];
}

export function reportCommand(context: CommandContext): Command {
  const command = new Command("report")
    .description("both reports: what to keep, and whether it can be acted on in time")
    .argument("<file...>", "tables of one dataset; kind=path names a table's kind")
    .requiredOption("--out <dir>", "where the reports go")
    .option("--strategy <file>", "goals, decisions and corrections of a strategy.yaml")
    .option("--goal <key>", "a goal of the strategy, else of the catalogue")
    .option("--outcome <outcome>", "what says the goal was reached: FIELD=VALUE, FIELD or TABLE[:EVENT]@90d")
    .option("--outcome-sql <condition>", "the same as a condition on the customers table")
    .option("--treatment <FIELD=VALUE>", "who got the offer: then also what it changes, and whom it persuades")
    .option("--known-before <field>", "this field is known before the outcome", collect, [])
    .option("--known-afterwards <field>", "this field is known only after the outcome", collect, [])
    .option("--as-of <time>", "the moment the report is about (default: the latest time in the tables)", isoTime)
    .option("--seed <number>", "the same seed gives the same report", wholeNumber, 1)
    .option("--threads <number>", "threads to work with; the report does not depend on it", wholeNumber, 2)
    .option("--format <list>", "any of html,md,json,csv,pdf", readFormats, ["html", "md", "json", "csv"]);
  return addLoadOptions(command).action((files: string[], flags: ReportFlags) => report(context, files, flags));
}

async function report({ terminal, environment }: CommandContext, files: string[], flags: ReportFlags): Promise<void> {
  const strategy = flags.strategy ? readStrategyFile(flags.strategy) : emptyStrategy();
  const { seed, threads, asOf } = flags;
  const paths = files.map((file) => readFileArgument(file).path);
  const { progress, clear } = showProgress(terminal);
  const made = await withTemporaryWorkbench({ files: paths, seed, threads }, async (workbench) => {
    const dataset = await loadFiles(workbench, files, strategy, flags, { terminal, progress });
    const { profiles } = await profileAsOf(workbench, dataset, strategy, { asOf, progress });
    const goals = chooseGoals(flags, strategy, dataset, profiles);
    const answered = withAnswers(strategy, dataset, goals, flags);
    const measured = await measureDataset(workbench, dataset, answered, goals, { asOf, seed, progress });
    return reportFiles(workbench, measured, flags.format, { environment, outgoing: workbench.folders.outgoing });
  }).finally(clear);
  writeBeside(flags.out, made);
  terminal.out(
    `${Object.keys(made)
      .map((name) => `${join(flags.out, name)}\n`)
      .join("")}`,
  );
}

/** The answers of the command line stand over those of the strategy. */
function withAnswers(strategy: Strategy, dataset: Dataset, goals: readonly Goal[], flags: ReportFlags): Strategy {
  const given = (fields: readonly string[], known: Answer["known"]) =>
    fields.flatMap((field): Answer[] => {
      if (!findField(dataset, field)) throw new UserError(`None of the tables has a field “${field}”.`);
      return goals.map(({ key }) => ({ goal: key, field, known, by: "the command line", at: dataset.loadedAt }));
    });
  const answers = [...given(flags.knownBefore, "before"), ...given(flags.knownAfterwards, "afterwards")];
  return { ...strategy, answers: [...strategy.answers, ...answers] };
}

function collect(field: string, before: readonly string[]): readonly string[] {
  return [...before, field];
}

function readFormats(text: string): readonly ReportFormat[] {
  const asked = text.split(",").map((part) => part.trim());
  const wrong = asked.find((part) => !(reportFormats as readonly string[]).includes(part));
  if (wrong !== undefined)
    throw new InvalidArgumentError(`There is no format “${wrong}”. Any of ${reportFormats.join(",")}.`);
  return asked as ReportFormat[];
}

/** Whether a day is in the calendar; whatever is not written as one was read already. */
function isDay(day: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return (
    date === undefined ||
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))).getUTCDate() === Number(date)
  );
}

function isoTime(text: string): string {
  const time = new Date(
    /\d{2}:\d{2}/.test(text) ? (/(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`) : `${text}T00:00:00Z`,
  );
  const [day = text] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  // 31 February would be taken for a day in March.
  if (Number.isNaN(time.getTime()) || !isDay(day))
    throw new UserError(`--as-of “${text}” is no time. Write for example 2026-11-23T09:40:00Z.`);
  return `${time.toISOString().slice(0, 19)}Z`;
}
