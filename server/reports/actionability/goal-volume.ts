import type { GoalActionability } from "../../actionability/goal-actionability.ts";
import type { TriggerVolume, VolumeChange } from "../../actionability/volume/describe-volume.ts";
import { sayDuration } from "../../goals/duration.ts";
import { thousands } from "../say-figures.ts";
import type { Term } from "../words.ts";

/** How often the trigger fires, in sentences; empty where nothing is counted. */
export function volumeSentences({ volume, windowMinutes }: GoalActionability): readonly string[] {
  if (!volume) return [];
  return [usualDay(volume), change(volume.change), repeats(volume.repeats, windowMinutes)].filter(Boolean);
}

function usualDay({ median, low, high, weekdays }: TriggerVolume): string {
  const range = low === high ? "" : `; on eight days of ten between ${thousands(low)} and ${thousands(high)}`;
  const most = [...weekdays].sort((one, other) => other.mean - one.mean);
  const [first, last] = [most[0], most.at(-1)];
  // Under a quarter more is no habit worth naming.
  const habit =
    first && last && first.mean > 1.25 * last.mean ? ` Most on a ${first.day}, fewest on a ${last.day}.` : "";
  return `${thousands(median)} ${median === 1 ? "trigger" : "triggers"} on a usual day${range}.${habit}`;
}

function change(found: VolumeChange | null): string {
  if (!found) return "";
  const { recent, ratio, low, high } = found;
  const weeks = `The last four weeks had ${thousands(recent)}`;
  if (low <= 1 && high >= 1) return `${weeks}: no more and no fewer than the four before, as far as one can tell.`;
  const by = Math.round(Math.abs(ratio - 1) * 100);
  return `${weeks}, ${by} of every 100 ${ratio > 1 ? "more" : "fewer"} than the four before.`;
}

function repeats(found: TriggerVolume["repeats"], windowMinutes: number | null): string {
  if (!found?.triggers || windowMinutes === null) return "";
  const { triggers, customers } = found;
  return `${thousands(triggers)} came within ${sayDuration(windowMinutes)} of the same customer’s last one (${thousands(customers)} ${customers === 1 ? "customer" : "customers"}): one message does for both.`;
}

/** The figures behind the sentences. */
export function volumeTerms({ volume }: GoalActionability): readonly Term[] {
  if (!volume) return [];
  const terms: Term[] = [
    {
      term: "Triggers a day",
      text: `median ${thousands(volume.median)}, 10 to 90 of 100 days ${thousands(volume.low)} to ${thousands(volume.high)}, over ${thousands(volume.days)} whole days`,
    },
  ];
  if (volume.weekdays.length) {
    const said = volume.weekdays.map(({ day, mean }) => `${day.slice(0, 3)} ${thousands(mean)}`);
    terms.push({ term: "By weekday", text: said.join(", ") });
  }
  if (volume.change) {
    const { recent, before, ratio, low, high } = volume.change;
    const times = (figure: number) => figure.toFixed(2);
    terms.push({
      term: "Last 28 days against the 28 before",
      text: `${thousands(recent)} against ${thousands(before)}: ${times(ratio)} times, likely range ${times(low)} to ${times(high)}`,
    });
  }
  return terms;
}
