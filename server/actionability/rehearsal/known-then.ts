import { bit } from "../stage-masks.ts";
import type { AddressRule, ChannelRule, Limit, Rules } from "./rules.ts";
import type { Steps } from "./steps.ts";

const granted = 1;
const withdrawn = 2;

/** What is known of every customer at one moment of a rehearsal: the latest consents and readings, and nothing later. */
export class KnownThen {
  readonly #rules: Rules;
  readonly #purposes: number;
  /** by customer, channel and purpose: 0 where nothing was said */
  readonly #said: Uint8Array;
  /** by customer and field: when it was last read, by what has arrived */
  readonly #read: Float64Array;

  constructor(rules: Rules, customers: number, purposes: number) {
    this.#rules = rules;
    this.#purposes = purposes;
    this.#said = new Uint8Array(customers * rules.channels.length * purposes);
    this.#read = new Float64Array(customers * rules.fields).fill(Number.NaN);
  }

  /** A grant or a withdrawal; the latest stands. `place` is channel × purposes + purpose. */
  say(customer: number, place: number, yes: boolean): void {
    this.#said[customer * this.#rules.channels.length * this.#purposes + place] = yes ? granted : withdrawn;
  }

  /** A reading that has arrived. One that was taken earlier than another does not replace it. */
  read(customer: number, field: number, at: number): void {
    const place = customer * this.#rules.fields + field;
    const before = this.#read[place]!;
    if (!(before >= at)) this.#read[place] = at;
  }

  /** What the trigger at `row` passes now: the bits of `stage-masks.ts`. */
  maskOf(steps: Steps, row: number): number {
    const flags = steps.flags[row]!;
    const customer = steps.customer[row]!;
    // Nobody known: no field, consent or address of theirs.
    if (customer < 0) return flags;
    let mask = flags;
    if (!this.#hasRead(customer)) mask &= ~bit.present;
    if (!this.#readLately(customer, steps.value[row]!)) mask &= ~bit.fresh;
    return mask | this.#reach(customer, steps.agreed[row]!, steps.reachable[row]!, steps.at[row]!);
  }

  #hasRead(customer: number): boolean {
    for (const field of this.#rules.present) if (Number.isNaN(this.#lastRead(customer, field))) return false;
    return true;
  }

  #readLately(customer: number, seen: number): boolean {
    for (const limit of this.#rules.fresh) if (!this.#within(customer, limit, seen)) return false;
    return true;
  }

  #reach(customer: number, agreedToday: number, works: number, at: number): number {
    const { channels } = this.#rules;
    let mask = 0;
    for (let channel = 0; channel < channels.length; channel++) {
      const rule = channels[channel]!;
      const agreed = rule.historic ? this.#agreedThen(customer, channel) : (agreedToday & (1 << channel)) !== 0;
      const reachable = this.#reachable(customer, rule, works, at);
      if (agreed) mask |= bit.agreed;
      if (reachable) mask |= bit.reachable;
      if (agreed && reachable) mask |= bit.oneChannel;
    }
    return mask;
  }

  /** One no is a no, whatever the purpose; without any entry the goal's legal basis says. */
  #agreedThen(customer: number, channel: number): boolean {
    const first = (customer * this.#rules.channels.length + channel) * this.#purposes;
    let agreed = this.#rules.unlessRefused;
    for (let place = first; place < first + this.#purposes; place++) {
      if (this.#said[place] === withdrawn) return false;
      if (this.#said[place] === granted) agreed = true;
    }
    return agreed;
  }

  #reachable(customer: number, { all, addresses }: ChannelRule, works: number, at: number): boolean {
    for (const address of addresses) if (this.#works(customer, address, works, at) !== all) return !all;
    return all;
  }

  #works(customer: number, { place, limit }: AddressRule, works: number, at: number): boolean {
    return (works & (1 << place)) !== 0 && (limit === null || this.#within(customer, limit, at));
  }

  /** A reading between trigger and action is new. False where there is none. */
  #within(customer: number, { field, most }: Limit, seen: number): boolean {
    return seen - this.#lastRead(customer, field) <= most;
  }

  #lastRead(customer: number, field: number): number {
    return this.#read[customer * this.#rules.fields + field]!;
  }
}
