import { channelHint, needsAddress } from "../goals/catalogue/channels.ts";
import { findStarter } from "../goals/catalogue.ts";
import { fieldNames } from "../goals/need-field.ts";
import { type ProposedRole, proposeFields } from "../goals/propose-roles.ts";
import type { Dataset, FieldProfile, Goal } from "../vocabulary.ts";
import type { LabelOf } from "./field-labels.ts";
import { ofEvery100 } from "./words.ts";
import { lawInput, type RoleName, roleInput, type WrittenGoal, type WrittenRole } from "./written-goal.ts";

/** A line of the table "What each field does here". */
export interface RoleRow {
  readonly input: string;
  readonly title: string;
  readonly purpose: string;
  readonly chosen: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[];
  readonly why: string;
  /** "Proposed.", or what a person changed */
  readonly who: string;
  readonly changed: boolean;
  readonly law: { readonly input: string; readonly value: string } | null;
}

/** What would fill each role, were nobody to choose. */
export function proposalsFor(
  { from, channels }: Pick<WrittenGoal, "from" | "channels">,
  dataset: Dataset,
  profiles: readonly FieldProfile[],
): readonly ProposedRole[] {
  const starter = findStarter(from);
  const plain: Goal = { key: "new", name: "", channels, roles: {} };
  return proposeFields(starter ? { ...starter, channels } : plain, dataset, profiles);
}

/** Adds the lines that the form did not show yet, filled with what is proposed: those of a channel just chosen. */
export function withProposed(written: WrittenGoal, proposals: readonly ProposedRole[]): WrittenGoal {
  const known = (role: RoleName, channel: string | null) =>
    written.roles.some((line) => line.role === role && (line.channel === channel || line.channel === null));
  const fresh = proposals
    .filter(({ role, channel }) => channel !== null && !known(role, channel))
    .map(({ role, channel, field }) => ({ role, channel, field: field.name, law: "" }));
  return { ...written, roles: [...written.roles, ...fresh] };
}

export interface RowsOf {
  readonly written: WrittenGoal;
  readonly proposals: readonly ProposedRole[];
  readonly dataset: Dataset;
  readonly profiles: readonly FieldProfile[];
  readonly labelOf: LabelOf;
}

/** Every role of the goal, with the field in it, why, and a free line for one more. */
export function roleRows(rows: RowsOf): readonly RoleRow[] {
  const { roles, channels } = rows.written;
  const of = (role: RoleName) => roles.filter((line) => line.role === role);
  const free = (role: RoleName): WrittenRole => ({ role, channel: null, field: "", law: "" });
  const addressed = channels.filter(needsAddress);
  const lines = [
    ...atLeastOne(of("key"), free("key")),
    ...perChannel(of("address"), addressed, "address"),
    ...perChannel(of("consent"), channels, "consent"),
    ...of("trigger"),
    ...of("arrival"),
    ...[...of("content").filter(({ field }) => field), free("content")],
    ...atLeastOne(of("suppression"), free("suppression")),
    ...[...of("duty").filter(({ field }) => field), free("duty")],
  ];
  const places = new Map<RoleName, number>();
  return lines.map((line) => {
    const number = (places.get(line.role) ?? 0) + 1;
    places.set(line.role, number);
    return rowOf(line, number, rows);
  });
}

function atLeastOne(lines: readonly WrittenRole[], free: WrittenRole): readonly WrittenRole[] {
  return lines.length ? lines : [free];
}

/** One line for every channel that is used; a field that serves all of them keeps its one line. */
function perChannel(
  lines: readonly WrittenRole[],
  channels: readonly string[],
  role: RoleName,
): readonly WrittenRole[] {
  if (lines.some(({ channel, field }) => channel === null && field)) return lines.filter(({ field }) => field);
  return channels.map(
    (channel) => lines.find((line) => line.channel === channel) ?? { role, channel, field: "", law: "" },
  );
}

function rowOf(line: WrittenRole, number: number, { proposals, dataset, profiles, labelOf, written }: RowsOf): RoleRow {
  const { role, channel, field } = line;
  const proposed = proposals.filter((one) => one.role === role && (channel === null || one.channel === channel));
  const profile = profiles.find((one) => one.name === field || `${one.table}.${one.name}` === field);
  const spare = field === "" && (role === "content" || role === "duty");
  return {
    input: roleInput(line, number),
    ...roleWords(role, channel),
    chosen: field,
    options: [
      { value: "", label: "No field", chosen: field === "" },
      ...known(dataset, field).map((name) => ({
        value: name,
        label: optionLabel(name, labelOf),
        chosen: name === field,
      })),
    ],
    why: profile
      ? whyField(role, profile)
      : spare
        ? (spareWords[role] ?? "")
        : field
          ? "These tables do not have it."
          : "",
    ...whoChose(
      line,
      proposed.filter((one) => !isTaken(one, line, written)),
      labelOf,
    ),
    law: role === "duty" ? { input: lawInput(number), value: line.law } : null,
  };
}

/** A list's other lines may hold what is proposed already. */
function isTaken({ field }: ProposedRole, line: WrittenRole, { roles }: WrittenGoal): boolean {
  return roles.some((other) => other !== line && other.role === line.role && other.field === field.name && !line.field);
}

function known(dataset: Dataset, field: string): readonly string[] {
  const names = fieldNames(dataset);
  return field && !names.includes(field) ? [field, ...names] : names;
}

function optionLabel(name: string, labelOf: LabelOf): string {
  const label = labelOf(name);
  return name.includes(".") ? `${label} (${name.slice(0, name.indexOf("."))})` : label;
}

function whoChose(
  { field, role }: WrittenRole,
  proposed: readonly ProposedRole[],
  labelOf: LabelOf,
): Pick<RoleRow, "who" | "changed"> {
  const first = proposed[0]?.field.name;
  if (field && proposed.some((one) => one.field.name === field)) return { who: "Proposed.", changed: false };
  if (field) {
    return {
      who:
        first === undefined || role === "content"
          ? "You chose this."
          : `You chose this. Winnow proposed ${labelOf(first)}.`,
      changed: true,
    };
  }
  if (first !== undefined && role === "content")
    return { who: `Winnow would propose ${labelOf(first)}.`, changed: false };
  if (first === undefined) return { who: role === "content" || role === "duty" ? "" : "None found.", changed: false };
  return { who: `You left this out. Winnow proposed ${labelOf(first)}.`, changed: true };
}

const spareWords: Readonly<Partial<Record<RoleName, string>>> = {
  content: "One more field that the message uses, if there is one.",
  duty: "A field that a law or a contract makes you keep, if there is one.",
};

export function roleWords(role: RoleName, channel: string | null): Pick<RoleRow, "title" | "purpose"> {
  const by = channel === null ? null : lower(channelHint(channel).label);
  switch (role) {
    case "key":
      return { title: "Key", purpose: "tells customers apart" };
    case "address":
      return { title: "Address", purpose: by === null ? "for every channel" : `for ${by}` };
    case "consent":
      return { title: "Agreement", purpose: by === null ? "to every channel" : `to ${by}` };
    case "trigger":
      return { title: "Trigger", purpose: "helps to set it off" };
    case "arrival":
      return { title: "Arrival", purpose: "when it reached you" };
    case "content":
      return { title: "Content", purpose: "used in the message" };
    case "suppression":
      return { title: "Hold back", purpose: "who must not be written to" };
    case "duty":
      return { title: "Duty", purpose: "kept because a law asks" };
  }
}

function whyField(role: RoleName, profile: FieldProfile): string {
  const { meaningReason, filled, records, distinct } = profile;
  if (role === "key" && distinct === records)
    return `All ${records.toLocaleString("en")} are different and none is empty.`;
  const share = records ? filled / records : 0;
  const yes = role === "consent" ? yesShare(profile) : null;
  const sentence = /[.!?]$/.test(meaningReason) ? meaningReason : `${meaningReason}.`;
  if (yes !== null) return `${sentence} Yes for ${ofEvery100(yes)}.`;
  return filled === records ? sentence : `${sentence} Filled for ${ofEvery100(share)}.`;
}

function yesShare({ top, records }: FieldProfile): number | null {
  const yes = top.find(({ value }) => value !== null && /^(yes|y|true|t|1|ja|oui|si|sí|granted)$/i.test(value.trim()));
  return yes && records ? yes.count / records : null;
}

function lower(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
