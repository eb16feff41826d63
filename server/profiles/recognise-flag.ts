import type { Clues, Recognised } from "./clues.ts";
import { matchHeader } from "./match-header.ts";
import { saysName } from "./reason-words.ts";

const consentRuns =
  "consent|consented|consents|opt in|optin|opted in|opt out|optout|opted out|subscribed|unsubscribed|unsubscribe|newsletter|gdpr|accepts marketing|accept marketing|accepted marketing|marketing allowed|marketing permission|email permission|sms permission|permission|permissions|agreed|agreement|agrees|do not contact|do not email|do not call|do not mail|do not sms|dnc|suppressed|einwilligung|zustimmung|werbeerlaubnis|werbung erlaubt|consentement|consentimiento|toestemming|abonne newsletter|marketing emails|marketing opt"
    .split("|")
    .map((run) => run.split(" "));
const notConsent = new Set(
  "id ids source count name reason url text version number total campaign amount fee product plan type by".split(" "),
);
/** Words that begin the name of a number of things. */
const counting = new Set("total unique num number n nb anzahl nombre count".split(" "));
const asking = new Set(["is", "has", "can", "had", "was", "are", "does", "flag", "ist", "hat", "est"]);
const flagEnds = new Set([
  "flag",
  "verified",
  "yn",
  "ind",
  "indicator",
  "bool",
  "boolean",
  "active",
  "enabled",
  "disabled",
  "deleted",
  "valid",
  "confirmed",
  "blocked",
  "locked",
  "bounced",
  "eligible",
]);

/** Did the person agree, and when: by words of consent in the name of a yes-or-no, a state, or a date. */
export function recogniseConsent(clues: Clues): Recognised | null {
  const words = clues.name.core;
  const run = consentRuns.find((run) => words.some((_, start) => run.every((word, at) => words[start + at] === word)));
  if (!run || notConsent.has(words.at(-1) ?? "") || counting.has(words[0] ?? "")) return null;
  const said = saysName(run.join(" "));
  if (clues.family === "d") return { code: "consent-time", reason: `${said}, and it holds dates.` };
  const state = clues.yesNo || (clues.family !== "n" && clues.facts.distinct <= 8);
  if (!state) return null;
  return { code: "consent-flag", reason: clues.empty ? `${said}.` : `${said}, and it has ${valuesOf(clues)}.` };
}

/** Yes or no: email_verified is one, not an email address. */
export function recogniseFlag(clues: Clues): Recognised | null {
  const [first, last] = [clues.name.words[0] ?? "", clues.name.words.at(-1) ?? ""];
  const named = !counting.has(first) && ((asking.has(first) && clues.name.words.length > 1) || flagEnds.has(last));
  if (!clues.yesNo && !(clues.empty && named && clues.family !== "d")) return null;
  if (clues.family === "n" && clues.header?.code === "count") return null;
  const core = clues.name.words.filter((word) => !asking.has(word));
  const header = matchHeader(clues.field, { ...clues.name, core: core.length ? core : clues.name.words }, "b");
  if (header) return { code: header.code, reason: `${saysName(header.said)}, and it is a yes or no.` };
  if (clues.empty) return { code: "flag", reason: `The name asks for a yes or no, and nothing is filled in.` };
  return { code: "flag", reason: "Its values say yes and no." };
}

/** total_email_bounced counts something, though its last word alone does not say so. */
export function recogniseCount(clues: Clues): Recognised | null {
  const first = clues.name.words[0] ?? "";
  if (clues.type !== "integer" || !counting.has(first) || clues.name.words.length < 2) return null;
  return { code: "count", reason: `${saysName(first)}, and every value is a whole number.` };
}

function valuesOf(clues: Clues): string {
  const { distinct } = clues.facts;
  return distinct === 1 ? "a single value" : `${distinct} values`;
}
