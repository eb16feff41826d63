import type { Clues } from "./clues.ts";
import { readFieldName } from "./field-name.ts";
import { meaningOf } from "./meanings.ts";

/** The plain name that marketers read: "Data used, last 30 days" for data_used_gb_30d. */
export function labelField(code: string, clues: Clues): string {
  const byMeaning = labelByMeaning(code, clues);
  return byMeaning ?? plainLabel(clues.field);
}

/** The field's own name in plain words, whatever it means. */
export function plainLabel(field: string): string {
  const name = readFieldName(field, "spoken");
  const words = spell(name.core.length ? name.core : name.words);
  if (!words) return field;
  const unit = name.unit ? unitText[name.unit] : undefined;
  const label = unit ? `${words}, ${unit}` : words;
  return name.window ? `${sentence(label)}, ${name.window}` : sentence(label);
}

/** Meanings whose name says more than the field's does, where the field's name is nothing but the meaning. */
const alwaysByMeaning = new Set([
  "customer-id",
  "email",
  "phone",
  "birth-date",
  "push-token",
  "referrer",
  "household-size",
  "marital-status",
  "first-name",
  "last-name",
  "ip-address",
  "iban",
]);

const bareKeys = new Set(["id", "key", "uuid", "guid", "number", "no", "nr"]);

function labelByMeaning(code: string, { header, name, family }: Clues): string | null {
  if (code === "consent-flag") return agreedTo(name.core);
  if (code === "tenure" && name.core.join(" ") === "tenure months") return "Months as a customer";
  if (code === "tenure" && family === "n" && name.core.join(" ") === "tenure") return "Time as a customer";
  if (code === "plan" && header?.whole && name.core[0] === "plan") return "Plan";
  if (code === "customer-id" && name.words.length === 1 && bareKeys.has(name.words[0] ?? "")) return "Customer number";
  if (code === "record-id" && name.words.length === 1 && bareKeys.has(name.words[0] ?? "")) return "Record number";
  if (!header?.whole || header.code !== code || !alwaysByMeaning.has(code)) return null;
  if (code === "phone")
    return /mobil|cell|handy|movil|portable/.test(header.said)
      ? "Mobile number"
      : /fax/.test(header.said)
        ? "Fax number"
        : "Phone number";
  return meaningOf(code).label;
}

/** consent_email is "Agreed to email", opt_out_sms "Opted out of text messages". */
function agreedTo(words: readonly string[]): string | null {
  const channels = words.filter((word) => word in channelText);
  const text = words.map((word) => channelText[word]).find((name) => name !== undefined);
  const rest = words.filter((word) => !channels.includes(word) && !consentWords.has(word));
  if (rest.length || !text) return null;
  const out =
    words.includes("out") || words.includes("optout") || words.includes("unsubscribed") || words.includes("not");
  return out ? `Opted out of ${text}` : `Agreed to ${text}`;
}

const consentWords = new Set(
  "consent consented opt in optin opted out optout subscribed unsubscribed agreed permission allowed do not has is flag marketing to".split(
    " ",
  ),
);
const channelText: Readonly<Record<string, string>> = {
  email: "email",
  mail: "email",
  push: "app push",
  app: "app push",
  sms: "text messages",
  phone: "phone calls",
  call: "phone calls",
  post: "post",
  newsletter: "the newsletter",
  whatsapp: "WhatsApp",
};

const unitText: Readonly<Record<string, string>> = {
  pct: "percent",
  percent: "percent",
  perc: "percent",
  eur: "euros",
  euro: "euros",
  usd: "dollars",
  gbp: "pounds",
};
const inFull: Readonly<Record<string, string>> = {
  id: "number",
  no: "number",
  nr: "number",
  num: "number of",
  cnt: "count",
  qty: "quantity",
  avg: "average",
  amt: "amount",
  pct: "percent",
  dob: "date of birth",
  addr: "address",
  tel: "phone",
  lang: "language",
  cust: "customer",
  ts: "time",
  hh: "household",
  lat: "latitude",
  lon: "longitude",
  lng: "longitude",
};
const capitals = new Set(
  "ip url sms vat ssn tv dvd nps csat ltv clv rfm mrr arr aov crm utm iban os gb mb uk us eu gdpr sku upc html json api".split(
    " ",
  ),
);

function spell(words: readonly string[]): string {
  const spelled = words.map((word) => inFull[word] ?? (capitals.has(word) ? word.toUpperCase() : word));
  return spelled
    .join(" ")
    .replace(/number of$/, "number")
    .replace(/^date birth$/, "date of birth");
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
