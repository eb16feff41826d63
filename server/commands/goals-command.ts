import { Command } from "commander";
import { catalogue } from "../goals/catalogue.ts";
import type { CommandContext } from "./command-context.ts";

export function goalsCommand({ terminal }: CommandContext): Command {
  return new Command("goals")
    .description("the catalogue of starters")
    .option("--json", "print one JSON document")
    .action(({ json }: { json?: boolean }) => {
      terminal.out(json ? `${JSON.stringify({ goals: catalogue.map(asDocument) }, null, 2)}\n` : asText());
    });
}

function asDocument({ key, name, channels, windowMinutes, roles, exchange }: (typeof catalogue)[number]): object {
  return { key, name, channels, windowMinutes, roles, exchange };
}

function asText(): string {
  const widest = Math.max(...catalogue.map(({ key }) => key.length));
  return catalogue.map(({ key, name }) => `${key.padEnd(widest)}  ${name}\n`).join("");
}
