import { Z } from "../intervals.ts";

const MONTHS = 12;
const DAYS_A_MONTH = 365 / MONTHS;
/** Of those asked again, how many say yes. Nobody can know; editable one day. */
export const SAYS_YES = 0.5;

/** Share of the reachable customers lost each month. */
export interface MonthlyLoss {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

export interface ForecastMonth {
  /** from today, 0 to 12 */
  readonly month: number;
  readonly doNothing: number;
  readonly low: number;
  readonly high: number;
  /** when everybody who may be asked is asked today */
  readonly askNow: number;
}

/**
 * The monthly rate of opting out, from yeses withdrawn over the time that yeses stood. The number of withdrawals is taken
 * as Poisson: exact limits, by Wilson and Hilferty; none at all gives an upper limit of three (the rule of three).
 */
export function optOutRate(withdrawn: number, days: number): MonthlyLoss | null {
  if (days <= 0) return null;
  const months = days / DAYS_A_MONTH;
  if (withdrawn === 0) return { rate: 0, low: 0, high: 3 / months };
  const low = withdrawn * (1 - 1 / (9 * withdrawn) - Z / (3 * Math.sqrt(withdrawn))) ** 3;
  const more = withdrawn + 1;
  const high = more * (1 - 1 / (9 * more) + Z / (3 * Math.sqrt(more))) ** 3;
  return { rate: withdrawn / months, low: Math.max(0, low) / months, high: high / months };
}

/** The rate under which a share is lost within a year. */
export function rateOfYear(share: number): number {
  return -Math.log(1 - share) / MONTHS;
}

/** Twelve months on: whoever can be reached today is lost at a steady rate; asking again adds to the start. */
export function forecastBase(reached: number, askable: number, loss: MonthlyLoss): readonly ForecastMonth[] {
  const refreshed = reached + SAYS_YES * askable;
  return Array.from({ length: MONTHS + 1 }, (_, month) => ({
    month,
    doNothing: reached * Math.exp(-loss.rate * month),
    low: reached * Math.exp(-loss.high * month),
    high: reached * Math.exp(-loss.low * month),
    askNow: refreshed * Math.exp(-loss.rate * month),
  }));
}
