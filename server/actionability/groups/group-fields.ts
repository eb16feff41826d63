import type { Sql } from "../../database/sql-text.ts";
import { levelsOf } from "../../profiles/levels-of.ts";
import { meaningOf } from "../../profiles/meanings.ts";
import type { FieldProfile, Role } from "../../vocabulary.ts";
import { type Inquiry, sameField } from "../inquiry.ts";

export const MOST_GROUPS = 20;
/** Each costs a pass over the customers. */
const MOST_FIELDS = 10;

/** A field, as it is or at one level, by which customers can be told apart into a few groups. */
export interface GroupField {
  readonly profile: FieldProfile;
  /** the level's name; null for the values as they are */
  readonly level: { readonly key: string; readonly label: string } | null;
  readonly value: Sql;
}

/** Meanings that marketers group by first. */
const usual = ["birth-date", "birth-year", "age", "postcode", "region", "city", "country", "plan", "segment"];

/** What a step looks at tells nothing new about who passes it; a message's content and a duty do. */
const steps: ReadonlySet<Role> = new Set(["key", "address", "consent", "trigger", "arrival", "suppression"]);

/**
 * Fields with few values, and those whose levels have few: age, region, plan first. Never what is specially protected,
 * what points at one person by itself, or what says how it ended, for this goal or another.
 */
export function groupFields(inquiry: Inquiry): readonly GroupField[] {
  const { customers, goal, profiles, afterwards } = inquiry;
  const rank = ({ meaning }: FieldProfile) => (usual.includes(meaning) ? usual.indexOf(meaning) : usual.length);
  const own = profiles.filter((profile) => {
    const ref = { table: profile.table, field: profile.name };
    if (profile.table !== customers.name || profile.sensitivity === "special") return false;
    if (meaningOf(profile.meaning).direct || profile.name === customers.layout.key) return false;
    if (/consent|opt-?out/.test(profile.meaning)) return false;
    if (goal.roles.some((one) => steps.has(one.role) && sameField(one, ref))) return false;
    return ![...(goal.outcome?.fields ?? []), ...(afterwards ?? [])].some((field) => sameField(field, ref));
  });
  const useful = own.flatMap((profile) => {
    const ways = waysToGroup(inquiry, profile);
    return ways.length ? [{ profile, ways }] : [];
  });
  return useful
    .sort((one, other) => rank(one.profile) - rank(other.profile))
    .slice(0, MOST_FIELDS)
    .flatMap(({ ways }) => ways);
}

function waysToGroup({ database }: Inquiry, profile: FieldProfile): readonly GroupField[] {
  const few = profile.distinct >= 2 && profile.distinct <= MOST_GROUPS;
  if (few && (profile.type === "text" || profile.type === "boolean")) {
    const value = database.fragment("actionability/group-as-written", { field: profile.name });
    return [{ profile, level: null, value }];
  }
  const coarse = ["birth-date", "birth-year", "age", "postcode"].includes(profile.meaning);
  if (!coarse || profile.distinct <= 1) return [];
  return levelsOf(profile).map(({ key, label, expression }) => ({
    profile,
    level: { key, label },
    value: expression(database, profile.name),
  }));
}
