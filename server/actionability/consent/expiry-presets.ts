import type { Channel } from "../../vocabulary.ts";
import { codesOf } from "../channels.ts";
import { rateOfYear } from "./forecast-base.ts";

interface Preset {
  readonly codes: readonly string[];
  /** share of addresses or audiences lost within a year */
  readonly yearly: number;
  readonly says: string;
}

/** What others found, where the tables hold no history; assumptions, never measurements (domain.md 7.6 and 13). */
const presets: readonly Preset[] = [
  { codes: ["email"], yearly: 0.225, says: "22 of every 100 email addresses stop working within a year" },
  { codes: ["sms", "phone", "whatsapp"], yearly: 0.25, says: "25 of every 100 phone numbers change within a year" },
  // 540 days at most, spread evenly: two thirds leave within a year.
  { codes: ["ads"], yearly: 0.676, says: "an ad audience is forgotten after 540 days" },
];

/** The slowest loss among the channels, since one channel is enough to reach somebody. Null where nobody says. */
export function expiryPreset(channels: readonly Channel[]): { readonly rate: number; readonly says: string } | null {
  const known = channels.map((channel) =>
    presets.find(({ codes }) => codes.some((code) => codesOf(channel).includes(code))),
  );
  if (!known.length || known.includes(undefined)) return null;
  const [slowest] = known.flatMap((preset) => preset ?? []).sort((one, other) => one.yearly - other.yearly);
  return slowest ? { rate: rateOfYear(slowest.yearly), says: slowest.says } : null;
}
