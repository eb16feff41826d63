import { isIP } from "node:net";
import { isCardNumber, isIban } from "./checksums.ts";

/** Whole-value tests: a part of a longer value never counts, so the digits inside a GUID are no phone number. */
export const valueShapes = {
  email: (text) => /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,190}\.[\p{L}]{2,24}$/u.test(text),
  // Digits alone could be anything; with a plus or with separators they are hardly anything else.
  phone: (text) =>
    isPhone(text) && (text.startsWith("+") || /^\(?0?\d{2,5}\)?[ ./-]\d{2,}/.test(text)) && !isDateLike(text),
  phoneDigits: (text) => isPhone(text) && !isDateLike(text),
  iban: isIban,
  card: isCardNumber,
  ip: (text) => isIP(text) !== 0,
  url: (text) => /^(https?:\/\/|www\.)[^\s]+\.[^\s]+$/i.test(text),
  uuid: (text) => /^\{?[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i.test(text),
  hash: (text) => /^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text),
  // Good enough beside a name that says postcode; never a reason to call something one.
  postcode: (text) => /^(?=.*\d)[A-Z\d][A-Z\d -]{1,9}$/i.test(text),
  country: (text) => countries.has(text.toLowerCase()),
  language: (text) => /^[a-z]{2,3}([-_][A-Za-z]{2,4})?$/.test(text) && languages.has(text.slice(0, 2)),
  currency: (text) => currencies.has(text),
  date: isDateLike,
  gender: (text) => genders.has(text.trim().toLowerCase()),
  yesNo: (text) => yesNo.has(text.trim().toLowerCase()),
  salutation: (text) => salutations.has(text.trim().toLowerCase().replace(/\.$/, "")),
  personName: (text) =>
    /^\p{Lu}[\p{L}'’.-]*(?:[ -](?:(?:de|da|van|von|del|di|der|la|le|bin|al) ){0,2}\p{Lu}[\p{L}'’.-]*){1,3}$/u.test(
      text,
    ),
  structure: (text) => /^(\{.*\}|\[.*\])$/s.test(text),
  prose: (text) => text.length >= 20 && text.split(/\s+/).length >= 4,
  latitude: (text) => /^-?\d{1,3}\.\d{3,}$/.test(text) && Math.abs(Number(text)) <= 180,
  year: (text) => /^(19|20)\d\d$/.test(text),
  age: (text) => /^\d{1,3}$/.test(text) && Number(text) <= 120,
  ageBand: (text) => /^(under|over|<|>)?\s*\d{1,2}\s*(-|to|–|bis|\+)?\s*\d{0,3}\+?$/i.test(text),
  calendarWord: (text) => calendarWords.has(text.trim().toLowerCase().slice(0, 3)) && text.trim().length <= 9,
} as const satisfies Readonly<Record<string, (text: string) => boolean>>;

export type ValueShape = keyof typeof valueShapes;

/** The share of the different values that have a shape, 0 where there are none. */
export function shareOf(sample: readonly string[], shape: ValueShape): number {
  if (!sample.length) return 0;
  const fits = valueShapes[shape];
  return sample.filter((value) => fits(value.trim())).length / sample.length;
}

function isPhone(text: string): boolean {
  if (!/^\+?[\d\s()./-]{7,22}(?:\s?(?:x|ext\.?)\s?\d{1,5})?$/i.test(text)) return false;
  const digits = text.replace(/\D/g, "").length;
  return digits >= 7 && digits <= 15 && !/^\d+[.]\d+$/.test(text);
}

function isDateLike(text: string): boolean {
  return /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2}))([ T]\d{1,2}:\d\d.*)?$/.test(text);
}

const words = (text: string) => new Set(text.split(" "));

const genders = words(
  "m f w d x male female man woman men women mann frau weiblich mannlich männlich divers homme femme masculin feminin féminin hombre mujer masculino femenino vrouw nonbinary non-binary other unknown diverse u",
);
const yesNo = words("yes no y n true false t f ja nein oui non si sí nee 1 0 on off");
const salutations = words(
  "mr mrs ms miss mx dr prof herr frau monsieur madame m mme mlle señor señora sr sra dhr mevr mw sir herrn",
);
const calendarWords = words(
  "jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun mai okt dez die mit don fre sam son mrz",
);
const languages = words(
  "en de fr es nl it pt pl sv da no nb fi cs sk hu ro bg el tr ru uk ar he hi ja ko zh th vi id ms ca eu gl et lv lt sl hr sr",
);
const currencies = words(
  "EUR USD GBP CHF JPY CNY SEK NOK DKK PLN CZK HUF RON BGN TRY CAD AUD NZD BRL MXN INR ZAR SGD HKD KRW",
);
const countries = new Set(
  (
    "at be bg ch cy cz de dk ee es fi fr gb uk gr hr hu ie it lt lu lv mt nl no pl pt ro se si sk us ca mx br ar cl au nz jp cn in kr sg hk za tr ua ru il ae sa eg ng ke th vn id my ph is li " +
    "aut bel che deu dnk esp fin fra gbr irl ita nld nor pol prt swe usa can mex bra aus nzl jpn chn ind"
  )
    .split(" ")
    .concat(
      "austria,belgium,bulgaria,switzerland,cyprus,czech republic,czechia,germany,denmark,estonia,spain,finland,france,united kingdom,great britain,england,scotland,wales,northern ireland,eire,greece,croatia,hungary,ireland,italy,lithuania,luxembourg,latvia,malta,netherlands,the netherlands,norway,poland,portugal,romania,sweden,slovenia,slovakia,united states,united states of america,canada,mexico,brazil,argentina,chile,australia,new zealand,japan,china,india,south korea,singapore,hong kong,south africa,turkey,ukraine,russia,israel,iceland,united arab emirates,saudi arabia,bahrain,lebanon,european community,channel islands,rsa,unspecified,deutschland,osterreich,österreich,schweiz,frankreich,suisse,espagne,españa,italia,nederland,belgique,belgien".split(
        ",",
      ),
    ),
);
