import type { HelperDelegate } from "handlebars";

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** 12,480 */
export function count(number: number): string {
  return whole.format(number);
}

/** 1 field, 28 fields */
export function plural(number: number, one: string, many: string): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** The few words that templates may call. Formatting only: what to show, the model has said. */
export const helpers: Readonly<Record<string, HelperDelegate>> = {
  count: (number: number) => count(number),
  plural: (number: number, one: string, many: string) => plural(number, one, many),
};
