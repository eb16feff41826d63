import { readFileSync } from "node:fs";
import { UserError } from "../errors.ts";
import { readStrategy } from "../goals/read-strategy.ts";
import type { Strategy } from "../vocabulary.ts";

export function readStrategyFile(path: string): Strategy {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new UserError(`The strategy file ${path} could not be read. Is the path right?`, { cause });
  }
  return readStrategy(text, path);
}
