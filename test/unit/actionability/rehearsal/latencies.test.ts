import fc from "fast-check";
import { expect, test } from "vitest";
import { Latencies } from "../../../../server/actionability/rehearsal/latencies.ts";

test("says nothing before the first decision", () => {
  const latencies = new Latencies();
  latencies.add(5, 0);
  expect([latencies.decisions, latencies.longest, latencies.quantile(0.99)]).toEqual([0, null, null]);
});

test("a quantile is never under the true one, and at most 19 % over it", () => {
  const times = fc.array(fc.double({ min: 0.001, max: 60_000, noNaN: true }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(times, fc.constantFrom(0.5, 0.9, 0.99, 1), (all, share) => {
      const latencies = new Latencies();
      for (const time of all) latencies.add(time, 1);
      const sorted = all.toSorted((a, b) => a - b);
      const truth = sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
      const found = latencies.quantile(share) ?? 0;
      expect(found).toBeGreaterThanOrEqual(truth * (1 - 1e-9));
      expect(found).toBeLessThanOrEqual(truth * 1.1893);
    }),
  );
});
