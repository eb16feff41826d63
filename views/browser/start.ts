import { board } from "./board.ts";
import { boardTesting } from "./board-testing.ts";
import { dropZone } from "./drop-zone.ts";
import { errorSummary } from "./error-summary.ts";
import { findFilter } from "./find-filter.ts";
import { helpKey } from "./help-key.ts";
import { jobProgress } from "./job-progress.ts";
import { leavePresent } from "./leave-present.ts";
import { print } from "./print.ts";
import { rehearsal } from "./rehearsal.ts";
import { sendOnChange } from "./send-on-change.ts";
import { sendOnCtrlEnter } from "./send-on-ctrl-enter.ts";
import { theme } from "./theme.ts";
import { toast } from "./toast.ts";

/** What each `data-module` of a page starts. */
const modules: Readonly<Record<string, (root: HTMLElement) => void>> = {
  board,
  "board-testing": boardTesting,
  "drop-zone": dropZone,
  "error-summary": errorSummary,
  "find-filter": findFilter,
  "help-key": helpKey,
  "job-progress": jobProgress,
  "leave-present": leavePresent,
  print,
  rehearsal,
  "send-on-change": sendOnChange,
  "send-on-ctrl-enter": sendOnCtrlEnter,
  theme,
  toast,
};

for (const root of document.querySelectorAll<HTMLElement>("[data-module]")) {
  try {
    modules[root.dataset["module"] ?? ""]?.(root);
  } catch (error) {
    // One that fails must not stop the others: the page works without any of them.
    reportError(error);
  }
}
