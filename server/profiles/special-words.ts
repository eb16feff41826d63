import type { MeaningCode } from "./meanings.ts";

/** Runs of words in a field's name that speak of a specially protected matter, wherever they stand in it. */
const specialRuns: readonly (readonly [MeaningCode, string])[] = [
  [
    "health",
    "health|healthcare|medical|medication|medications|medicine|disease|diagnosis|diagnoses|illness|disability|disabilities|pregnant|pregnancy|allergy|allergies|diabetes|bmi|blood|patient|pharmacy|prescription|prescriptions|symptom|symptoms|smoker|vaccinated|vaccination|therapy|hospital|gesundheit|krankheit|krankenkasse|behinderung|schwanger|sante|maladie|handicap|salud|enfermedad|gezondheid|ziekte|mental health",
  ],
  [
    "religion",
    "religion|religious|religiosity|faith|church|konfession|confession|kirche|kirchensteuer|religionszugehorigkeit|eglise|iglesia|geloof|mosque|synagogue",
  ],
  [
    "politics",
    "political|politics|party affiliation|voter|voter registration|political party|partei|parteizugehorigkeit|politique|politica|politiek|party member",
  ],
  [
    "union",
    "trade union|union member|union membership|labor union|labour union|gewerkschaft|syndicat|sindicato|vakbond",
  ],
  [
    "ethnicity",
    "ethnicity|ethnic|ethnic group|ethnic origin|race ethnicity|racial|skin color|skin colour|ethnie|etnia|etniciteit|migration background|migrationshintergrund",
  ],
  [
    "sexual-orientation",
    "sexual orientation|sexual|sexuality|sexual preference|sex life|lgbt|lgbtq|sexuelle orientierung|orientation sexuelle|orientacion sexual",
  ],
  [
    "criminal-record",
    "criminal|criminal record|conviction|convictions|criminal convictions|offence|offences|offense|offenses|arrest|arrests|vorstrafen|casier judiciaire|antecedentes penales|strafblad",
  ],
  [
    "biometric",
    "biometric|biometrics|fingerprint|fingerprints|face id|faceprint|voiceprint|voice print|iris scan|retina|facial recognition|biometrie|biometrisch",
  ],
  ["genetic", "genetic|genetics|dna|genome|genomic|genotype|genetisch|genetique"],
  [
    "child",
    "children|kids|kids count|child name|child birth|child birthdate|child age|childs name|has child|has kids|number kids|kinder|anzahl kinder|kind name|enfants|hijos|kinderen|is minor|under 16|under 18|schoolchildren",
  ],
];

/** The same words where they mean something harmless. */
const harmlessRuns = runs(
  "health score|health check|healthcheck|account health|customer health|health status check|device fingerprint|browser fingerprint|key fingerprint|cert fingerprint|minor version|minor units|children id|confession rate|conviction score",
);

const special = specialRuns.map(([code, phrases]) => ({ code, phrases: runs(phrases) }));

/** The special matter that a field's words speak of, with the words that say it. */
export function findSpecialWords(words: readonly string[]): { code: MeaningCode; said: string } | null {
  if (harmlessRuns.some((run) => standsIn(run, words))) return null;
  if (words.length === 1 && words[0] === "race") return { code: "ethnicity", said: "race" };
  for (const { code, phrases } of special) {
    const longest = phrases.filter((run) => standsIn(run, words)).sort((a, b) => b.length - a.length)[0];
    if (longest) return { code, said: longest.join(" ") };
  }
  return null;
}

/** Does a value, such as the name of a product, tell about health or belief? (CJEU C-21/23: inference is enough.) */
export function tellsSpecialMatter(value: string): boolean {
  return specialValue.test(value);
}

const specialValue =
  /\b(pregnan|prenatal|fertility|contracepti|medicin|medication|pharma|prescription|insulin|diabet|cancer|oncolog|\bhiv\b|depress|antidepress|psychiat|therap(y|ist)|diagnos|illness|disab(led|ility)|hospital|surgery|asthma|epilep|dementia|incontinen|schwanger|krank|medikament|behindert|enceinte|maladie|embaraz|enfermedad|church|mosque|synagogue|islam|muslim|jewish|catholic|evangelical|gay\b|lesbian|transgender|trade union|gewerkschaft|convicted|prison)/i;

function runs(phrases: string): readonly (readonly string[])[] {
  return phrases.split("|").map((phrase) => phrase.split(" "));
}

function standsIn(run: readonly string[], words: readonly string[]): boolean {
  return words.some((_, start) => run.every((word, offset) => words[start + offset] === word));
}
