import { expect, test } from "vitest";
import { wrongInSample } from "../../support/sample-verdicts.ts";

// The sample as it is made, and a seed that nothing was tuned on. `npm run validate` looks at more of them.
test.each([1, 4_711])(
  "of the sample with seed %d every strong driver is needed and no noise is",
  async (seed) => {
    const { wrong, looked } = await wrongInSample(seed);
    expect(looked).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  },
  120_000,
);
