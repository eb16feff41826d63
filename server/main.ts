#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import open from "open";
import { goalsCommand } from "./commands/goals-command.ts";
import { openCommand } from "./commands/open-command.ts";
import { profileCommand } from "./commands/profile-command.ts";
import { reportCommand } from "./commands/report-command.ts";
import type { Terminal } from "./commands/terminal.ts";
import { UserError } from "./errors.ts";
import { serve } from "./serve.ts";
import { winnowVersion } from "./workbench.ts";

const exitCodes = { done: 0, wrongInput: 2, bug: 3 };

async function main(args: readonly string[]): Promise<number> {
  const terminal: Terminal = {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    showsProgress: process.stderr.isTTY === true,
  };
  const context = { terminal, environment: process.env, onStop: stopOnSignal };
  const program = new Command("winnow")
    .description("Keep the data your marketing needs. Let the rest go.")
    .version(winnowVersion())
    .enablePositionalOptions()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride();
  openCommand(program, context, serve, async (address) => {
    await open(address);
  });
  for (const command of [profileCommand, reportCommand, goalsCommand]) {
    program.addCommand(command(context).exitOverride().copyInheritedSettings(program));
  }
  try {
    await program.parseAsync([...args]);
    return exitCodes.done;
  } catch (error) {
    return answer(error, terminal);
  }
}

function answer(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongInput;
  if (error instanceof UserError) {
    terminal.err(`${error.message}\n`);
    return exitCodes.wrongInput;
  }
  const { name, message } = error as Error;
  terminal.err(`This is a fault in Winnow, not in your files: ${name}: ${message}\n`);
  return exitCodes.bug;
}

/** Runs `stop` once at the first Ctrl+C or termination; a second one ends the program at once. */
function stopOnSignal(stop: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
}

process.exitCode = await main(process.argv);
