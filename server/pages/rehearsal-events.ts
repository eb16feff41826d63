import type { RehearsalView } from "../actionability/rehearsal/rehearsal-view.ts";
import { findRehearsal, openRehearsal } from "./open-rehearsal.ts";
import { liveRehearsal, sayRehearsal } from "./rehearsal-live.ts";
import type { Page } from "./site.ts";

const quietMs = 250;
/** How often those who listen are told, at most. */
const sayMs = 5_000;
const pingMs = 15_000;

/** The event stream of a rehearsal: `live` with the fragment, `state`, `say` for those who listen, then `end`. */
export const rehearsalEvents: Page = async (site, request, response) => {
  const { rehearsal } = findRehearsal(site, request);
  const open = await openRehearsal(site, request, response);
  if (!open) return;
  response.writeHead(200, { "Content-Type": "text/event-stream", "X-Accel-Buffering": "no" });
  response.flushHeaders();
  const send = (event: string, text: string) => response.write(`event: ${event}\n${text.replace(/^/gm, "data: ")}\n\n`);

  let waiting: NodeJS.Timeout | null = null;
  let saidAt = performance.now();
  const show = () => {
    waiting = null;
    const view = rehearsal.view();
    send("live", site.templates.component("rehearsal-live", liveRehearsal(view, open.report.stages)));
    send("state", view.state === "paused" ? "paused" : "running");
    if (performance.now() - saidAt >= sayMs) {
      saidAt = performance.now();
      send("say", sayRehearsal(view));
    }
    if (!hasEnded(view)) return;
    send("end", view.state);
    stop();
    response.end();
  };
  const unwatch = rehearsal.watch(() => {
    waiting ??= setTimeout(show, quietMs);
  });
  const ping = setInterval(() => response.write(": still here\n\n"), pingMs);
  function stop(): void {
    clearInterval(ping);
    if (waiting) clearTimeout(waiting);
    unwatch();
  }
  response.on("close", stop);
  show();
};

function hasEnded({ state }: RehearsalView): boolean {
  return state === "done" || state === "stopped" || state === "failed";
}
