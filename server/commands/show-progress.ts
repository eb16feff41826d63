import type { Terminal } from "./terminal.ts";

export type Progress = (done: number, total: number, now: string) => void;

/** One line on stderr that is written over; nothing where stderr is no terminal. */
export function showProgress(terminal: Terminal): { progress: Progress; clear: () => void } {
  if (!terminal.showsProgress) return { progress: () => undefined, clear: () => undefined };
  let shown = "";
  return {
    progress(done, total, now) {
      const line = total > 0 ? `${now} … ${Math.floor((100 * done) / total)} %` : `${now} …`;
      if (line === shown) return;
      shown = line;
      terminal.err(`\r\u001b[K${line}`);
    },
    clear: () => terminal.err("\r\u001b[K"),
  };
}
