/**
 * The funnel once more, slow and obvious: one unit after the other, one customer after the other, no SQL.
 * Times are minutes since some midnight; null is an empty cell.
 */
export interface MadeUp {
  readonly customers: readonly {
    readonly id: string | null;
    readonly plan: string | null;
    readonly email: string | null;
    readonly phone: string | null;
    readonly emailAgreed: string | null;
    readonly updated: number | null;
    readonly stopped: boolean | null;
    readonly inAudience: boolean | null;
  }[];
  readonly events: readonly {
    readonly customer: string | null;
    readonly kind: string;
    readonly at: number | null;
    readonly arrived: number | null;
    readonly cart: string | null;
  }[];
  readonly consents: readonly {
    readonly customer: string;
    readonly channel: string | null;
    readonly purpose: string | null;
    readonly state: string | null;
    readonly at: number | null;
  }[];
  readonly readings: readonly {
    readonly customer: string;
    readonly field: string;
    readonly at: number;
    readonly arrived: number | null;
  }[];
  readonly asOf: number;
  readonly window: number;
  readonly reaction: number;
  readonly lookBack: number;
  readonly maxAge: number;
  readonly needsYes: boolean;
  readonly channels: readonly ("email" | "sms")[];
  readonly triggered: boolean;
  readonly withFlag: boolean;
  readonly withPurposes: boolean;
  readonly withReadings: boolean;
}

type Customer = MadeUp["customers"][number];
interface Unit {
  readonly person: string | null;
  readonly customer: Customer | null;
  readonly at: number | null;
  readonly arrived: number | null;
  readonly cart: string | null;
}
export interface Passes {
  readonly identifiable: boolean;
  readonly present: boolean;
  readonly fresh: boolean;
  readonly agreed: readonly string[];
  readonly reachable: readonly string[];
  readonly inTime: boolean;
  readonly free: boolean;
}

const order = ["identifiable", "present", "fresh", "agreed", "reachable", "in-time"] as const;
type Stage = (typeof order)[number];

/** What is mended: the customer's number, fields by name, readings, how often events are loaded, channels. */
export interface Mended {
  readonly match: boolean;
  readonly fill: readonly string[];
  readonly read: boolean;
  readonly load: readonly number[];
  readonly clocks: boolean;
  readonly ask: readonly string[];
  readonly verify: readonly string[];
}

/** Units that are acted on once some things are mended; strangers stay strangers. */
export function actedAfter(world: MadeUp, mended: Mended): number {
  const { ripe, lag, measured } = ripeUnits(world);
  return ripe.filter((unit) => {
    const { customer, at } = unit;
    if (customer === null || customer.stopped === true) return false;
    if (measured.includes("identifiable") && customer.id === null && !mended.match) return false;
    const passes = passesOf(world, unit, lag, null);
    if (!filled(customer.plan) && !mended.fill.includes("plan")) return false;
    if (world.triggered && !filled(unit.cart) && !mended.fill.includes("cart")) return false;
    if (!passes.fresh && !mended.read) return false;
    const loaded = (cadence: number) => Math.ceil((at ?? 0) / cadence) * cadence - (at ?? 0);
    const early = unit.arrived !== null && unit.arrived - (at ?? 0) < (lag.skewed ? -1 : -lag.grain);
    const soonEnough = mended.load.some((cadence) => loaded(cadence) + world.reaction <= world.window);
    if (measured.includes("in-time") && !passes.inTime && !(early ? mended.clocks : soonEnough)) return false;
    return world.channels.some((channel) => {
      const mayAsk = world.needsYes && mended.ask.includes(channel) && !refused(world, customer, channel);
      const agrees = passes.agreed.includes(channel) || mayAsk;
      return agrees && (passes.reachable.includes(channel) || mended.verify.includes(channel));
    });
  }).length;
}

/** A withdrawal stands for a channel: nobody asks again. */
function refused(world: MadeUp, customer: Customer, channel: "email" | "sms"): boolean {
  return saidTo(world, customer, channel, world.asOf).includes(false);
}

function ripeUnits(world: MadeUp) {
  const fired = world.triggered ? unitsOfEvents(world) : unitsOfCustomers(world);
  const lag = world.triggered ? lagOf(world, fired) : { mature: 0, grain: 0, skewed: false, dateOnly: false };
  const ripe = fired.filter((unit) => !world.triggered || (unit.at ?? 0) <= world.asOf - lag.mature);
  const measured: Stage[] = order.filter(
    (stage) => stage !== "in-time" || (world.triggered && !(lag.dateOnly && world.window < 1_440)),
  );
  return { ripe, lag, measured };
}

export function rowByRow(world: MadeUp) {
  const { ripe, lag, measured } = ripeUnits(world);
  const now = ripe.map((unit) => ({ unit, passes: passesOf(world, unit, lag, null) }));
  const closed = ripe.filter((unit) => unit.at !== null && unit.at + world.window <= world.asOf);
  const later = closed.map((unit) => passesOf(world, unit, lag, (unit.at ?? 0) + world.window));
  const through = (stages: readonly Stage[]) => now.filter(({ passes }) => passesAll(passes, stages));
  const acted = (stages: readonly Stage[]) => through(stages).filter(({ passes }) => passes.free);
  return {
    known: now.length,
    stages: measured.map((stage) => {
      const passed = through(measured.slice(0, measured.indexOf(stage) + 1));
      return { stage, count: passed.length, customers: persons(passed.map(({ unit }) => unit)) };
    }),
    actionable: acted(measured).length,
    actionableCustomers: persons(acted(measured).map(({ unit }) => unit)),
    heldBack: through(measured).length - acted(measured).length,
    gains: Object.fromEntries(
      measured.map((stage) => [stage, acted(measured.filter((one) => one !== stage)).length - acted(measured).length]),
    ),
    atTrigger: world.triggered
      ? { triggers: later.length, count: later.filter((passes) => passesAll(passes, measured) && passes.free).length }
      : null,
    inWindow: now.filter(({ passes }) => passes.inTime).length,
  };
}

function passesAll(passes: Passes, stages: readonly Stage[]): boolean {
  return stages.every((stage) => {
    if (stage === "agreed") return passes.agreed.length > 0;
    if (stage === "reachable") {
      const channels = stages.includes("agreed") ? passes.agreed : passes.reachable;
      return channels.some((channel) => passes.reachable.includes(channel));
    }
    return stage === "in-time" ? passes.inTime : passes[stage];
  });
}

function persons(units: readonly Unit[]): number {
  return new Set(units.flatMap(({ person }) => (person === null ? [] : [person]))).size;
}

function unitsOfCustomers(world: MadeUp): readonly Unit[] {
  return world.customers.flatMap((customer, index) =>
    customer.inAudience === true
      ? [{ person: `customer ${index}`, customer, at: null, arrived: null, cart: null }]
      : [],
  );
}

function unitsOfEvents(world: MadeUp): readonly Unit[] {
  const units: Unit[] = [];
  const firsts = new Map<string, MadeUp["events"][number]>();
  const take = (event: MadeUp["events"][number]) => {
    const index = event.customer === null ? -1 : world.customers.findIndex(({ id }) => id === event.customer);
    const customer = world.customers[index] ?? null;
    if (customer && customer.inAudience !== true) return;
    const person = customer ? `customer ${index}` : event.customer === null ? null : `stranger ${event.customer}`;
    units.push({ person, customer, at: event.at, arrived: event.arrived, cart: event.cart });
  };
  for (const event of world.events) {
    if (event.kind !== "low" || event.at === null) continue;
    if (event.at > world.asOf || event.at < world.asOf - world.lookBack) continue;
    if (event.customer === null) {
      take(event);
      continue;
    }
    const same = `${event.customer} ${event.at}`;
    const first = firsts.get(same);
    const sooner = first === undefined || (event.arrived ?? Infinity) < (first.arrived ?? Infinity);
    const fuller = event.arrived === first?.arrived && event.cart !== null && first.cart === null;
    if (sooner || fuller) firsts.set(same, event);
  }
  for (const event of firsts.values()) take(event);
  return units;
}

function lagOf(world: MadeUp, units: readonly Unit[]) {
  const old = (mature: number) => units.filter(({ at }) => at !== null && at <= world.asOf - mature);
  const arrivals = old(0).filter(({ arrived }) => arrived !== null);
  const midnights = arrivals.filter(({ arrived }) => (arrived ?? 1) % 1_440 === 0).length;
  const grain =
    arrivals.some(({ at, arrived }) => (arrived ?? 0) - (at ?? 0) >= 0) && midnights >= 0.95 * arrivals.length
      ? 1_440
      : 0;
  const lags = (mature: number) =>
    old(mature)
      .flatMap(({ at, arrived }) => (arrived === null || at === null ? [] : [arrived + grain - at]))
      .sort((one, other) => one - other);
  const quantile = (values: readonly number[], share: number) =>
    values.length ? (values[Math.max(1, Math.ceil(share * values.length - 1e-9)) - 1] ?? 0) : null;
  const longest = (mature: number) =>
    quantile(
      lags(mature).filter((lag) => lag >= 0),
      0.995,
    ) ?? 0;
  const mature = longest(longest(0));
  const shortest = quantile(lags(mature), 0.01);
  const atMidnight = old(0).filter(({ at }) => (at ?? 1) % 1_440 === 0).length;
  return {
    mature,
    grain,
    skewed: shortest !== null && shortest < 0 && shortest > -1,
    dateOnly: grain > 0 || (old(0).length > 0 && atMidnight >= 0.95 * old(0).length),
  };
}

/** `known` is the moment up to which things count as known; null is today's snapshot. */
function passesOf(world: MadeUp, unit: Unit, lag: ReturnType<typeof lagOf>, known: number | null): Passes {
  const { customer, at, arrived } = unit;
  const channels = world.channels;
  const wasRead =
    !world.withReadings ||
    known === null ||
    (customer !== null && latestReading(world, customer, "plan", known) !== null);
  return {
    identifiable: customer !== null && customer.id !== null,
    present: customer !== null && filled(customer.plan) && wasRead && (!world.triggered || filled(unit.cart)),
    fresh: customer !== null && isFresh(world, unit, customer, known),
    agreed: customer ? channels.filter((channel) => agrees(world, customer, channel, known)) : [],
    reachable: customer ? channels.filter((channel) => reaches(world, customer, channel, known ?? world.asOf)) : [],
    inTime: at !== null && arrived !== null && inTime(world, arrived + lag.grain - at, lag),
    free: customer?.stopped !== true,
  };
}

function filled(cell: string | null): boolean {
  return cell !== null && cell.trim() !== "";
}

function inTime(world: MadeUp, lag: number, { grain, skewed }: { grain: number; skewed: boolean }): boolean {
  if (lag - grain < (skewed ? -1 : -grain)) return false;
  return Math.max(lag, 0) + world.reaction <= world.window;
}

function isFresh(world: MadeUp, unit: Unit, customer: Customer, known: number | null): boolean {
  const trigger = world.triggered ? (unit.at ?? 0) : world.asOf;
  if (!world.withReadings) return customer.updated !== null && within(trigger - customer.updated, world.maxAge);
  const latest = latestReading(world, customer, "plan", known ?? world.asOf);
  return latest !== null && (known === null ? world.asOf : trigger) - latest <= world.maxAge;
}

/** When it was last read, by what had arrived until then. */
function latestReading(world: MadeUp, customer: Customer, field: string, known: number): number | null {
  const times = world.readings
    .filter((reading) => reading.field === field && reading.customer === customer.id)
    .filter((reading) => reading.at <= world.asOf && reading.arrived !== null && reading.arrived <= known)
    .map((reading) => reading.at);
  return times.length ? Math.max(...times) : null;
}

function within(age: number, most: number): boolean {
  return age >= 0 && age <= most;
}

function reaches(world: MadeUp, customer: Customer, channel: "email" | "sms", known: number): boolean {
  if (channel === "email" && world.withReadings) {
    const latest = latestReading(world, customer, "email", known);
    if (latest === null || known - latest > 8 * 1_440) return false;
  }
  if (channel === "email") return customer.email !== null && /^\S+@\S+\.[a-z]{2,}$/.test(customer.email);
  return (
    customer.phone !== null && /^\+?[0-9 ]+$/.test(customer.phone) && customer.phone.replace(/\D/g, "").length >= 7
  );
}

function agrees(world: MadeUp, customer: Customer, channel: "email" | "sms", known: number | null): boolean {
  const until = known ?? world.asOf;
  const answers = [...saidTo(world, customer, channel, until)];
  if (known === null && world.withFlag && channel === "email" && filled(customer.emailAgreed)) {
    if (customer.emailAgreed !== "unknown") answers.push(customer.emailAgreed === "yes");
  }
  if (answers.includes(false)) return false;
  return answers.includes(true) || !world.needsYes;
}

/** The latest answer per purpose; without purposes there is one. */
function saidTo(world: MadeUp, customer: Customer, channel: "email" | "sms", until: number): readonly boolean[] {
  const purposes = world.withPurposes ? purposesOf(world) : [""];
  return purposes.flatMap((purpose) => {
    const entries = world.consents
      .filter((entry) => customer.id !== null && entry.customer === customer.id)
      .filter((entry) => entry.at === null || entry.at <= until)
      .flatMap((entry) => {
        const granted = entry.state === "granted" ? true : entry.state === "withdrawn" ? false : null;
        if (granted === null) return [];
        const named = (entry.channel ?? "").toLowerCase();
        const usual = channel === "email" ? ["email", "e-mail"] : ["sms"];
        if (named === "" ? granted : named !== "all" && !usual.includes(named)) return [];
        if (world.withPurposes) {
          if (entry.purpose === null ? granted : entry.purpose !== purpose) return [];
        }
        return [{ granted, at: entry.at ?? -Infinity }];
      });
    const latest = Math.max(...entries.map(({ at }) => at));
    const last = entries.filter(({ at }) => at === latest);
    return last.length ? [last.every(({ granted }) => granted)] : [];
  });
}

/** Of the purposes that the table writes, those for marketing as a whole; a withdrawal without one counts even if there is none. */
function purposesOf(world: MadeUp): readonly string[] {
  const written = new Set(world.consents.map(({ purpose }) => purpose));
  const matching = ["marketing", "marketing-partner"].filter((purpose) => written.has(purpose));
  return matching.length ? matching : ["nothing"];
}
