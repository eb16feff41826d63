import { type Command, InvalidArgumentError, Option } from "commander";
import type { LoadOptions } from "../datasets/load-dataset.ts";

export interface LoadFlags {
  readonly zone?: string;
  readonly dates?: "day-first" | "month-first";
  readonly skipBadRows?: boolean;
}

/** The options that say how files are to be read, the same for every command that takes files. */
export function addLoadOptions(command: Command): Command {
  return command
    .option("--zone <zone>", "the zone of times without an offset, such as Europe/Berlin (default: UTC)")
    .addOption(
      new Option("--dates <order>", "how to read dates that fit both orders").choices(["day-first", "month-first"]),
    )
    .option("--skip-bad-rows", "load even when more than 1 % of the rows cannot be read");
}

export function loadOptions(flags: LoadFlags): Pick<LoadOptions, "zone" | "dates" | "skipBadRows"> {
  return {
    ...(flags.zone ? { zone: flags.zone } : {}),
    ...(flags.dates ? { dates: flags.dates } : {}),
    ...(flags.skipBadRows ? { skipBadRows: true } : {}),
  };
}

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError("Write a whole number.");
  return number;
}
