import type { Request, Response } from "express";
import { customersTable } from "../datasets/dataset.ts";
import { channelHints } from "../goals/catalogue/channels.ts";
import { type CatalogueGoal, findStarter } from "../goals/catalogue.ts";
import type { ProposedRole } from "../goals/propose-roles.ts";
import { findAsOf } from "../profiles/find-as-of.ts";
import type { Goal, RoleFields, Roles } from "../vocabulary.ts";
import { channelShares } from "./channel-shares.ts";
import { type CheckedGoal, checkGoal } from "./check-goal.ts";
import { fieldLabels } from "./field-labels.ts";
import { channelChoices } from "./goal-channels.ts";
import { countOutcome, outcomeForm } from "./goal-outcomes.ts";
import { durationWords } from "./goal-parts.ts";
import { proposalsFor, roleRows, withProposed } from "./goal-roles.ts";
import { goalSentence } from "./goal-sentence.ts";
import { touchedBy } from "./goal-touch.ts";
import { treatmentChoices } from "./goal-treatments.ts";
import { triggerChoices } from "./goal-triggers.ts";
import { count, plural } from "./helpers.ts";
import type { ProfiledDataset } from "./open-dataset.ts";
import { type ReadGoal, readWrittenGoal, type WrittenFault } from "./read-written-goal.ts";
import { showPage } from "./show-page.ts";
import type { Site } from "./site.ts";
import { stepsIn } from "./steps-in.ts";
import { urls } from "./urls.ts";
import { numberWord } from "./words.ts";
import { type WrittenGoal, windows } from "./written-goal.ts";

/** A goal in its form: what is written, what it says, and what the tables say to it. */
export interface OpenForm {
  readonly written: WrittenGoal;
  /** as it stands in the strategy; null for a new one */
  readonly before: Goal | null;
  readonly proposals: readonly ProposedRole[];
  readonly read: ReadGoal;
  readonly checked: CheckedGoal;
  readonly asOf: string | null;
}

/**
 * Reads and checks what is written. Where somebody writes it now, lines that the form did not show yet are filled with
 * what is proposed; a saved goal stays as it was saved.
 */
export async function openForm(
  site: Site,
  open: ProfiledDataset,
  form: WrittenGoal,
  { key, before, fill }: { readonly key: string; readonly before: Goal | null; readonly fill: boolean },
): Promise<OpenForm> {
  const { dataset, profiles } = open;
  const proposals = proposalsFor(form, dataset, profiles);
  const written = fill ? withProposed(form, proposals) : form;
  const read = readWrittenGoal(written, key, before);
  const asOf = await findAsOf(site.workbench.database, dataset, profiles);
  return { written, before, proposals, read, checked: await checkGoal(site, open, read.goal, asOf), asOf };
}

/** What keeps the goal from being saved: in the order of the form. */
export function formFaults({ read, checked }: OpenForm): readonly WrittenFault[] {
  const parts = [
    "exchange",
    "name",
    "audience",
    "channels",
    "trigger",
    "offset",
    "when",
    "window",
    "until",
    "outcome",
    "treatment",
    "roles",
  ];
  const place = ({ part }: WrittenFault) => (parts.includes(part) ? parts.indexOf(part) : parts.length);
  const all = [...read.faults, ...checked.faults];
  const first = all.filter((fault, index) => all.findIndex(({ part }) => part === fault.part) === index);
  return first.sort((a, b) => place(a) - place(b));
}

/** What the form says above its own parts. */
export interface FormNote {
  /** above the errors */
  readonly title: string;
  readonly errors: readonly WrittenFault[];
  readonly done: string | null;
}

export async function showGoalForm(
  site: Site,
  request: Request,
  response: Response,
  open: ProfiledDataset,
  form: OpenForm,
  { title: fault, errors, done }: FormNote,
): Promise<void> {
  const { dataset } = open;
  const { before, read } = form;
  const title = before ? `Edit goal: ${before.name}` : "Write a goal";
  showPage(site, request, response, {
    view: "goal-edit",
    title: errors.length ? `Error: ${title}` : title,
    status: errors.length && request.method === "POST" ? 400 : 200,
    steps: await stepsIn(site, open, "goals"),
    done,
    model: {
      faultTitle: fault,
      errors: errors.map(({ part, message }) => ({ text: message, href: `#${part}` })),
      fault: Object.fromEntries(parts.map((part) => [part, errors.find((one) => one.part === part)?.message ?? null])),
      headline: headlineOf(form, errors),
      sentence: goalSentence(read.goal, fieldLabels(open)).map((part) => ({
        ...part,
        href: part.about === null ? null : `#${part.about}`,
      })),
      action: before ? urls.editGoal(dataset.slug, before.key) : urls.newGoal(dataset.slug),
      cancel: urls.goals(dataset.slug),
      remove: before ? urls.deleteGoal(dataset.slug, before.key) : null,
      starters: `${urls.goals(dataset.slug, { starters: "all" })}#starters`,
      ...(await partsOf(site, open, form)),
    },
  });
}

const parts = [
  ...["exchange", "name", "audience", "channels", "trigger", "offset", "when", "window", "until", "outcome", "roles"],
  ...["treatment", "basis", "keep", "holdBack", "quiet", "reaction", "lookBack", "keepFor"],
];

function headlineOf({ before }: OpenForm, errors: readonly WrittenFault[]): string {
  if (errors.length === 1)
    return errors[0]?.part === "exchange" ? "One part of the goal is missing" : "One part needs mending";
  if (errors.length) return `${numberWord(errors.length)} parts of the goal need mending`;
  return before ? before.name : "What would you like to reach?";
}

async function partsOf(site: Site, open: ProfiledDataset, form: OpenForm): Promise<object> {
  const { dataset, profiles } = open;
  const { written, proposals, read, checked, asOf } = form;
  const { goal } = read;
  const labelOf = fieldLabels(open);
  const starter = findStarter(written.from);
  const everyChannel = [...new Set([...channelHints.map(({ channel }) => channel), ...goal.channels])];
  const roles = reachRoles(goal.roles, proposalsFor({ from: "", channels: everyChannel }, dataset, profiles));
  const perChannel = await channelShares(site, open, asOf, { channels: everyChannel, roles });
  const { resolved, audience } = checked;
  const inAudience =
    resolved && audience !== null
      ? await channelShares(site, open, asOf, {
          ...(resolved.goal.audience === undefined ? {} : { audience: resolved.goal.audience }),
          channels: goal.channels,
          roles: resolved.goal.roles,
        })
      : null;
  const customers = await countOutcome(site, open, resolved?.outcome ?? null);
  return {
    from: written.from,
    starter: starter ? starterWords(starter) : null,
    exchange: written.exchange,
    name: written.name,
    audience: { value: written.audience, read: audienceWords(form, customersTable(dataset).records) },
    channels: channelChoices(written, perChannel),
    trigger: {
      planned: written.trigger === "",
      when: { chosen: written.trigger === "when", value: written.when },
      groups: triggerChoices(written, dataset, profiles),
      offset: written.offset,
      sides: ["before", "after"].map((side) => ({ value: side, chosen: written.side === side })),
    },
    window: {
      choices: windows.map((value) => ({ value, label: durationWords(value), chosen: written.window === value })),
      other: { chosen: written.window === "other", value: written.windowOther },
      none: written.window === "none" || written.window === "",
      until: written.until,
    },
    outcome: outcomeForm(written, open, labelOf, customers),
    treatment: treatmentChoices(written, open, labelOf),
    roles: roleRows({ written, proposals, dataset, profiles, labelOf }),
    triggerField: goal.trigger && "field" in goal.trigger ? labelOf(goal.trigger.field) : null,
    basis: basisWords.map(([value, label]) => ({ value, label, chosen: written.basis === value })),
    keep: keepChoices(written.keep),
    more: {
      open: [written.holdBack, written.quiet, written.reaction, written.lookBack, written.keepFor].some(Boolean),
      holdBack: written.holdBack,
      heldBack:
        checked.heldBack === null
          ? null
          : `Read and understood: ${plural(checked.heldBack, "customer is", "customers are")} left alone today.`,
      quiet: written.quiet,
      reaction: written.reaction,
      lookBack: written.lookBack,
      keepFor: written.keepFor,
    },
    touched: resolved ? touchedBy(resolved, open, audience, inAudience) : null,
  };
}

function starterWords({ name, exchange, windowSays, trigger, outcome }: CatalogueGoal): object {
  return { name, exchange, window: windowSays, trigger: trigger.says, outcome: outcome.says };
}

function audienceWords({ written, checked }: OpenForm, customers: number): string | null {
  if (checked.audience === null) return null;
  if (written.audience === "") return `Every one of ${count(customers)} customers.`;
  return `Read and understood: ${count(checked.audience)} of ${count(customers)} customers today.`;
}

const basisWords: readonly (readonly [string, string])[] = [
  ["consent", "They agreed"],
  ["contract", "Our contract with them"],
  ["legitimate-interest", "A weighed interest"],
  ["legal-obligation", "A law asks for it"],
  ["vital-interest", "To protect a life"],
  ["public-task", "A public task"],
];

function keepChoices(keep: string): readonly { value: string; label: string; chosen: boolean }[] {
  const usual = ["1", "0.99", "0.98", "0.95", "0.9"];
  const values = usual.includes(keep) || !(Number(keep) > 0 && Number(keep) <= 1) ? usual : [keep, ...usual];
  const say = (value: string) =>
    value === "1" ? "All of it" : `At least ${Number((Number(value) * 100).toFixed(3))} of every 100`;
  return values.map((value) => ({
    value,
    label: value === "0.98" ? `${say(value)} (usual)` : say(value),
    chosen: value === keep,
  }));
}

/** The goal's own address and agreement fields, and for the channels it leaves out those proposed. */
function reachRoles(own: Roles, proposals: readonly ProposedRole[]): Roles {
  const merged = (role: "address" | "consent"): RoleFields => {
    const proposed = proposals.flatMap((one) =>
      one.role === role && one.channel !== null ? [[one.channel, one.field.name]] : [],
    );
    const chosen = own[role];
    const byChannel = chosen !== undefined && typeof chosen !== "string" && !Array.isArray(chosen) ? chosen : {};
    return { ...Object.fromEntries(proposed), ...byChannel };
  };
  return { ...(own.key ? { key: own.key } : {}), address: merged("address"), consent: merged("consent") };
}
