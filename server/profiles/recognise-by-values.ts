import type { Clues, Recognised } from "./clues.ts";
import type { MeaningCode } from "./meanings.ts";
import { capital, ofEvery100, saysName } from "./reason-words.ts";
import type { ValueShape } from "./value-shapes.ts";

interface ValueRule {
  readonly shape: ValueShape;
  readonly code: MeaningCode;
  /** "looks like …" */
  readonly looks: string;
  readonly atLeast: number;
  /** meanings that a name may give the same values */
  readonly also?: readonly MeaningCode[];
  readonly unlessWords?: readonly string[];
}

/** Shapes that hardly anything else has: they decide whatever the name says. */
const certain: readonly ValueRule[] = [
  { shape: "email", code: "email", looks: "an email address", atLeast: 0.8, also: ["user-name"] },
  { shape: "iban", code: "iban", looks: "a bank account number with a true check sum", atLeast: 0.9 },
  { shape: "card", code: "card-number", looks: "a payment card number with a true check digit", atLeast: 0.95 },
  {
    shape: "ip",
    code: "ip-address",
    looks: "an IP address",
    atLeast: 0.9,
    unlessWords: ["version", "build", "release"],
  },
  {
    shape: "url",
    code: "url",
    looks: "a web address",
    atLeast: 0.8,
    also: ["referrer", "photo", "social-account", "push-token"],
  },
  { shape: "structure", code: "structure", looks: "nested data", atLeast: 0.9, also: ["free-text"] },
];

export function recogniseByCertainShape(clues: Clues): Recognised | null {
  if (clues.type !== "text" && clues.type !== "integer") return null;
  for (const rule of certain) {
    const share = clues.share(rule.shape);
    if (share < rule.atLeast) continue;
    const named = clues.header?.code === rule.code || rule.also?.includes(clues.header?.code ?? "text");
    if (!named && clues.facts.sample.length < 5) continue;
    if (rule.unlessWords?.some((word) => clues.name.words.includes(word))) continue;
    const seen = `${ofEvery100(share)} ${share === 1 ? "looks" : "look"} like ${rule.looks}`;
    if (!named || !clues.header) return { code: rule.code, reason: `${capital(seen)}.` };
    return { code: clues.header.code, reason: `${saysName(clues.header.said)}, and ${seen}.` };
  }
  return null;
}

/** Shapes that are good for a guess where the name says nothing. */
export function recogniseByLikelyShape(clues: Clues): Recognised | null {
  if (clues.type !== "text") return null;
  const { distinct, filled } = clues.facts;
  const guess = (code: MeaningCode, shape: ValueShape, looks: string): Recognised => {
    const share = clues.share(shape);
    return { code, reason: `${capital(ofEvery100(share))} ${share === 1 ? "looks" : "look"} like ${looks}.` };
  };
  const many = distinct >= 20 && distinct >= 0.5 * filled;
  if (distinct >= 5 && clues.share("phone") >= 0.9) return guess("phone", "phone", "a phone number");
  if (distinct >= 5 && clues.share("uuid") >= 0.9) return guess("record-id", "uuid", "a technical number (UUID)");
  if (distinct >= 5 && clues.share("hash") >= 0.9) return guess("hashed-identifier", "hash", "a scrambled value");
  if (distinct >= 2 && distinct <= 6 && clues.share("gender") === 1) return guess("gender", "gender", "a gender");
  if (distinct >= 2 && distinct <= 15 && clues.share("salutation") === 1) {
    return guess("salutation", "salutation", "a form of address");
  }
  if (distinct >= 5 && distinct <= 19 && clues.share("calendarWord") === 1) {
    return guess("calendar-part", "calendarWord", "a month or weekday");
  }
  if (distinct >= 5 && clues.share("country") >= 0.95) return guess("country", "country", "a country");
  if (distinct >= 3 && clues.share("currency") === 1) return guess("currency", "currency", "a currency");
  if (clues.table.kind === "customers" && many && clues.share("personName") >= 0.9) {
    return guess("full-name", "personName", "a person's name");
  }
  if (distinct >= 5 && clues.share("date") >= 0.95) return guess("date", "date", "a date");
  if (distinct >= 10 && clues.share("prose") >= 0.5) return guess("free-text", "prose", "a sentence");
  return null;
}
