import type { Row } from "./a-dataset.ts";
import { seededRandom } from "./seeded-random.ts";

/** Harbour L is held by few; there a hidden field matters much, elsewhere not at all. */
export function plantSegment(): Row[] {
  const random = seededRandom(41);
  const pick = (values: number) => Math.floor(random() * values);
  return Array.from({ length: 16_000 }, (_, customer) => {
    const [first, second, third, hidden, gender] = [pick(4), pick(4), pick(4), pick(2), pick(3)];
    const isLarge = random() < 0.013;
    const odds = (first + second + third - 4.5) * 1.1 + (isLarge ? 3.4 * (hidden - 0.5) : 0) - 0.8;
    return {
      customer_id: `c${customer}`,
      left: random() < 1 / (1 + Math.exp(-odds)) ? "yes" : "no",
      first: `f${first}`,
      second: `s${second}`,
      third: `t${third}`,
      roaming: hidden ? "on" : "off",
      plan_name: isLarge ? "Harbour L" : `Harbour ${["S", "M", "XS"][pick(3)]}`,
      gender: gender === 2 && customer % 4000 === 0 ? "a rare word" : (["f", "m"][gender % 2] ?? "f"),
    };
  });
}

export const segmentStrategy = `
strategy: Made up
goals:
  - { key: stay, name: Stay, channels: [], outcome: { field: left, is: "yes" }, roles: { key: customer_id } }
`;
