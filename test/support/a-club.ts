import { readStrategy } from "../../server/goals/read-strategy.ts";
import { replaceStrategy } from "../../server/goals/strategy-store.ts";
import { Reader } from "./browse.ts";
import type { ServedWorkbench } from "./serve-workbench.ts";

/** A small table with a goal that has no outcome: it is sorted by roles alone, so at once. */
const strategy = `
strategy: The club
goals:
  - key: say-hello
    name: Say hello
    channels: [email]
    roles: { key: member, address: { email: mail }, consent: { email: consent_email }, content: [plan] }
    exchange: A month for free
`;

/** Loads it as "club" and answers with the reader who did. */
export async function loadClub(served: ServedWorkbench): Promise<Reader> {
  const reader = new Reader(served);
  const rows = Array.from({ length: 120 }, (_, index) => {
    const born = `19${60 + (index % 40)}-0${(index % 9) + 1}-1${index % 10}`;
    const plan = ["Small", "Medium", "Large"][index % 3];
    return `M${index},m.${index}@example.org,${index % 4 ? "yes" : "no"},${plan},${born},${index % 40}`;
  });
  await reader.load({ "club.csv": ["member,mail,consent_email,plan,born,visits", ...rows].join("\n") });
  await replaceStrategy(served.workbench.database, "club", readStrategy(strategy, "strategy.yaml"));
  return reader;
}
