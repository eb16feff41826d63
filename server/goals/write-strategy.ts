import { Document, isMap, isSeq, Scalar, visit } from "yaml";
import type { Goal, Strategy } from "../vocabulary.ts";
import { usualThresholds } from "./empty-strategy.ts";

/**
 * The strategy as a file that people read and keep in git: always in the same order, one entry a line.
 * What readStrategy reads from it is the same strategy again.
 */
export function writeStrategy(strategy: Strategy): string {
  const document = new Document(asWritten(strategy), { version: "1.2", schema: "core" });
  for (const section of ["tables", "fields", "decisions", "answers", "permitted", "efforts"])
    flowEntries(document, section);
  if (document.has("thresholds")) flow(document.get("thresholds"));
  goalsInBlocks(document);
  quoteLookalikes(document);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function asWritten(strategy: Strategy): Record<string, unknown> {
  const { name, tables, fields, goals, decisions, answers, permitted, efforts, thresholds } = strategy;
  const usual = JSON.stringify(thresholds) === JSON.stringify(usualThresholds);
  return {
    ...(name === null ? {} : { strategy: name }),
    ...(tables.length ? { tables: tables.map((one) => inOrder(one, tableOrder)) } : {}),
    ...(fields.length ? { fields: fields.map((one) => inOrder(one, fieldOrder)) } : {}),
    ...(goals.length ? { goals: goals.map(goalInOrder) } : {}),
    ...(decisions.length ? { decisions: decisions.map((one) => inOrder(one, decisionOrder)) } : {}),
    ...(answers.length ? { answers: answers.map((one) => inOrder(one, answerOrder)) } : {}),
    ...(permitted.length ? { permitted: permitted.map((one) => inOrder(one, permissionOrder)) } : {}),
    ...(efforts.length ? { efforts: efforts.map((one) => inOrder(one, effortOrder)) } : {}),
    ...(usual ? {} : { thresholds: inOrder(thresholds, ["delta", "q", "k"]) }),
  };
}

const words = (text: string) => text.split(" ");
const tableOrder = words(
  "table kind key joins event at arrived updated channel channels purpose state yes each zone snapshot",
);
const fieldOrder = words("field meaning sensitivity origin updated maxAge by at");
const decisionOrder = words("goal field verdict keepAs by at reason reviewBy");
const answerOrder = words("goal field known by at");
const permissionOrder = words("field goals because by at");
const effortOrder = words("goal fix points by at");
const goalOrder = words(
  "key name from audience outcome treatment channels trigger window until reaction lookBack holdBack quiet roles exchange basis keep keepFor wishedShare",
);
const roleOrder = words("key address consent trigger arrival content suppression duty");
const outcomeOrder = words("field is at sql table event within");
const triggerOrder = words("field before after table event when at arrived");

function goalInOrder(goal: Goal): Record<string, unknown> {
  const { channels, roles, outcome, trigger } = goal;
  return inOrder(
    {
      ...goal,
      ...(outcome ? { outcome: inOrder(outcome, outcomeOrder) } : {}),
      ...(goal.treatment ? { treatment: inOrder(goal.treatment, outcomeOrder) } : {}),
      ...(trigger ? { trigger: inOrder(trigger, triggerOrder) } : {}),
      channels: channels.length ? channels : undefined,
      roles: Object.keys(roles).length ? inOrder(roles, roleOrder) : undefined,
    },
    goalOrder,
  );
}

/** The parts in this order; what is not there is not written. */
function inOrder(parts: object, order: readonly string[]): Record<string, unknown> {
  const given = new Map<string, unknown>(Object.entries(parts));
  return Object.fromEntries(order.filter((key) => given.get(key) !== undefined).map((key) => [key, given.get(key)]));
}

function flowEntries(document: Document, section: string): void {
  const entries = document.get(section);
  if (isSeq(entries)) for (const entry of entries.items) flow(entry);
}

function goalsInBlocks(document: Document): void {
  const goals = document.get("goals");
  if (!isSeq(goals)) return;
  for (const goal of goals.items) {
    if (isMap(goal)) for (const { value } of goal.items) flow(value);
  }
}

function flow(node: unknown): void {
  if (isMap(node) || isSeq(node)) node.flow = true;
}

/** Values that an older reader of YAML takes for yes and no, a number or a time are quoted. */
function quoteLookalikes(document: Document): void {
  visit(document, {
    Scalar(place, node) {
      if (place !== "key" && typeof node.value === "string" && isLookalike(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
}

function isLookalike(text: string): boolean {
  if (/^(y|n|yes|no|on|off)$/i.test(text) || text.includes("\n")) return true;
  return /^[\d.+-][\d_.:eExXob+-]*$/.test(text) && !/^\d{4}-\d\d-\d\d$/.test(text) && !/^\d\d:\d\d-/.test(text);
}
