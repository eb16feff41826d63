import { halfLifeOfReadings } from "../../server/actionability/decay/estimate-half-life.ts";
import { clusteredInterval, wilson } from "../../server/actionability/intervals.ts";
import { seededRandom } from "../support/seeded-random.ts";
import type { Check } from "./check.ts";

/** How often the intervals of shares and half-lives hold the truth that the draws are made from. */
export function shareCoverage(draws: number): Check[] {
  return [
    check("Wilson’s interval, 40 to 1,000 customers", wilsonCovers(draws), [0.93, 0.97]),
    check("clustered interval, 150 customers of 1 to 5 triggers", clusteredCovers(draws), [0.93, 0.97]),
    check("half-life of two snapshots, 200 customers", halfLifeCovers(draws, [60], 200), [0.9, 1]),
    check("half-life of four gaps, 60 customers", halfLifeCovers(draws, [7, 30, 90, 365], 60), [0.9, 1]),
  ];
}

function check(name: string, covered: number, [low, high]: readonly [number, number]): Check {
  return {
    name: `95 % ${name}`,
    target: high === 1 ? "at least 90 % cover" : "93 to 97 % cover",
    measured: `${(100 * covered).toFixed(1)} %`,
    met: covered >= low && covered <= high,
  };
}

function shareOf(draws: number, holds: () => boolean): number {
  return Array.from({ length: draws }, holds).filter(Boolean).length / draws;
}

function wilsonCovers(draws: number): number {
  const random = seededRandom(1927);
  return shareOf(draws, () => {
    const customers = 40 + Math.floor(960 * random());
    const truth = 0.02 + 0.96 * random();
    const passing = Array.from({ length: customers }, random).filter((one) => one < truth).length;
    const { low, high } = wilson(passing, customers);
    return low <= truth && truth <= high;
  });
}

/** Two customers of five pass four triggers of five, the others one of ten. */
function clusteredCovers(draws: number): number {
  const random = seededRandom(23);
  const truth = 0.4 * 0.8 + 0.6 * 0.1;
  return shareOf(draws, () => {
    const { low, high } = clusteredInterval(
      Array.from({ length: 150 }, () => {
        const units = 1 + Math.floor(random() * 5);
        const own = random() < 0.4 ? 0.8 : 0.1;
        return { units, passing: Array.from({ length: units }, random).filter((one) => one < own).length, persons: 1 };
      }),
    );
    return low <= truth && truth <= high;
  });
}

function halfLifeCovers(draws: number, gaps: readonly number[], customers: number): number {
  const random = seededRandom(2009);
  return shareOf(draws, () => {
    const halfLife = 20 + 880 * random();
    const counts = gaps.map((days) => {
      const share = 1 - 0.5 ** (days / halfLife);
      const changed = Array.from({ length: customers }, random).filter((one) => one < share).length;
      return { days, pairs: customers, changed };
    });
    const found = halfLifeOfReadings(counts);
    return found !== null && found.low <= halfLife && (found.high === null || halfLife <= found.high);
  });
}
