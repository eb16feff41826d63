import type { Terminal } from "./terminal.ts";

/** What the world gives a command. Only main.ts knows where it comes from. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** calls back when the reader asks the program to stop */
  readonly onStop: (stop: () => void) => void;
}
