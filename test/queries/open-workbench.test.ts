import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { listDatasets } from "../../server/datasets/list-datasets.ts";
import { openWorkbench } from "../../server/workbench.ts";

test("many who ask a new workspace at once are all answered", async () => {
  const workbench = await openWorkbench({ folder: mkdtempSync(join(tmpdir(), "winnow-test-")) });
  onTestFinished(() => workbench.close());
  const answers = await Promise.all(Array.from({ length: 20 }, () => listDatasets(workbench.database)));
  expect(answers).toEqual(Array.from({ length: 20 }, () => []));
});
