import type { MeaningCode } from "../../profiles/meanings.ts";
import type { Basis, Channel, Role } from "../../vocabulary.ts";

/** How to recognise a field for a part of a goal: by what it is, or by words of its name. */
export interface FieldHint {
  readonly meanings: readonly MeaningCode[];
  /** phrases; one whose words are all in the field's name is enough */
  readonly names: readonly string[];
}

/** A field that a goal wants beside key, address and agreement. */
export interface WantedField extends FieldHint {
  readonly role: Exclude<Role, "duty">;
  /** completes "needs …" and "lacks …": "the product", "when they said no" */
  readonly says: string;
  /** the goal cannot do its job without it */
  readonly essential: boolean;
}

export interface WantedTrigger {
  /** one sentence: "Something is put in the cart, and no order follows." */
  readonly says: string;
  /** completes "lacks …": "when a payment failed" */
  readonly moment: string;
  /** names that an events table gives such an event, the best first */
  readonly events: readonly string[];
  /** words of a table's name of which every record is such an event */
  readonly tables: readonly string[];
  /** a date on the customer's record instead */
  readonly field: (FieldHint & { readonly before?: string; readonly after?: string }) | null;
}

export type RoleMeanings = Partial<
  Record<Exclude<Role, "duty">, readonly MeaningCode[] | Readonly<Record<Channel, readonly MeaningCode[]>>>
>;

/** A goal to start from. Every part can be changed once a goal is made of it. */
export interface CatalogueGoal {
  readonly key: string;
  readonly name: string;
  /** one sentence for marketers */
  readonly description: string;
  readonly channels: readonly Channel[];
  readonly trigger: WantedTrigger;
  readonly window: string;
  readonly windowMinutes: number;
  /** completes "Window: …" */
  readonly windowSays: string;
  /** when acting is useless; null where no time says it, as "until the ticket is closed" */
  readonly until: string | null;
  readonly wanted: readonly WantedField[];
  /** the meanings that may fill each role, as `goals --json` prints them */
  readonly roles: RoleMeanings;
  /** does the goal ask whether people agreed? service messages do not */
  readonly asksAgreement: boolean;
  readonly exchange: string;
  readonly basis: Basis;
  readonly outcome: { readonly says: string; readonly names: readonly string[] };
  /** where the window comes from */
  readonly source: string;
}
