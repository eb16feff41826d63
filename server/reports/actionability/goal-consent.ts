import type { ConsentClock } from "../../actionability/consent/consent-clock.ts";
import { SAYS_YES } from "../../actionability/consent/forecast-base.ts";
import type { GoalActionability } from "../../actionability/goal-actionability.ts";
import { of100, percent, thousands } from "../say-figures.ts";

export interface GoalConsent {
  readonly sentences: readonly string[];
  /** every third month */
  readonly rows: readonly {
    readonly month: string;
    readonly doNothing: string;
    readonly range: string;
    readonly askNow: string;
  }[];
  readonly note: string;
}

/** Who can still be reached a year from now. Null where nothing says. */
export function goalConsent({ consentClock }: GoalActionability): GoalConsent | null {
  const last = consentClock?.months.at(-1);
  if (!consentClock || !last) return null;
  const { reached, askable, old, months } = consentClock;
  const left = `Of the ${thousands(reached)} ${reached === 1 ? "customer" : "customers"} we can reach today, ${thousands(last.doNothing)} ${Math.round(last.doNothing) === 1 ? "is" : "are"} left in twelve months if nothing is done${because(consentClock)}.`;
  const ask = askable
    ? `${thousands(askable)} more have an address that works and never refused: ask them now, and with half of them saying yes it is ${thousands(last.askNow)}.`
    : "";
  const due = old
    ? `${thousands(old)} gave their last yes over two years ago. Where three years without contact are the limit, as in France, they come due within a year.`
    : "";
  return {
    sentences: [left, ask, due].filter(Boolean),
    rows: months
      .filter(({ month }) => month % 3 === 0)
      .map(({ month, doNothing, low, high, askNow }) => ({
        month: month === 0 ? "today" : `${month} months`,
        doNothing: thousands(doNothing),
        range: consentClock.from.kind === "assumed" ? "an assumption" : `${thousands(low)} to ${thousands(high)}`,
        askNow: thousands(askNow),
      })),
    note: note(consentClock),
  };
}

function because({ from }: ConsentClock): string {
  return from.kind === "assumed" ? `, if ${from.says}: an assumption, since no history long enough is on record` : "";
}

function note({ from }: ConsentClock): string {
  const asks = `Asking again takes for granted that ${of100(SAYS_YES)} of every 100 say yes.`;
  if (from.kind === "assumed") return `${asks} Keep each yes and no with its time, and the rate can be measured.`;
  const { withdrawn, years, loss } = from;
  const yearly = (rate: number) => percent(1 - Math.exp(-12 * rate));
  return `${thousands(withdrawn)} withdrawals in ${thousands(years)} years of standing agreements, all customers together, within the last year: ${yearly(loss.rate)} a year, likely range ${yearly(loss.low)} to ${yearly(loss.high)}. New customers are not counted. ${asks}`;
}
