import { markdownBlocks, markdownEscape, markdownList, markdownTable, markdownTerms } from "../markdown-text.ts";
import type { FieldRow } from "./field-rows.ts";
import type { MinimizationInput } from "./minimization-input.ts";
import type { MinimizationWords } from "./word-minimization.ts";
import { wordMinimization } from "./word-minimization.ts";

/** The same words as the page, for those who read and compare text. */
export function renderMinimizationMarkdown(input: MinimizationInput): string {
  const words = wordMinimization(input);
  const { before, figure, after } = words.headline;
  return markdownBlocks([
    `# ${markdownEscape(`${before}${figure}${after}`)}`,
    `${markdownEscape(words.kind)}: ${markdownEscape(words.about)}`,
    markdownEscape(words.lead),
    ...glance(words),
    ...matrix(words),
    ...joint(words),
    ...actions(words),
    ...risk(words),
    ...losses(words),
    ...inCurves("What the offer changes", words.uplifts),
    ...inCurves("How much history is enough", words.histories),
    ...fields(words),
    ...standIns(words),
    ...decisions(words),
    ...open(words),
    "## What was not measured",
    markdownList(words.unmeasured),
    "What is kept is still personal data. Few people singled out is not the same as anonymous.",
    ...method(words),
  ]);
}

type Blocks = readonly string[];

function glance({ lanes }: MinimizationWords): Blocks {
  const lines = lanes.map(({ heading, count, fields, more }) => {
    const names = fields.map(({ label, note }) => (note ? `${label} (${note})` : label)).join(", ");
    return `- **${heading} (${count})**${names ? `: ${markdownEscape(names)}` : ""}${more ? ` and ${more} more` : ""}`;
  });
  return ["## Keep, blur, let go", lines.join("\n")];
}

function matrix({ matrix }: MinimizationWords): Blocks {
  if (!matrix) return [];
  const rows = matrix.halves.flatMap(({ rows }) => rows);
  return [
    "## Which goal needs what",
    markdownTable(
      ["Field", ...matrix.goals.map(({ name }) => name), "Together"],
      rows.map(({ label, cells, together }) => [label, ...cells.map(({ words }) => words), together.words]),
    ),
    elsewhere(matrix.more),
  ];
}

function joint({ joint }: MinimizationWords): Blocks {
  if (!joint) return [];
  return [
    "## All goals together",
    ...joint.sentences.map(markdownEscape),
    ...(joint.goals.length ? [markdownList(joint.goals.map(({ name, text }) => `${name}. ${text}`))] : []),
  ];
}

function actions({ actions }: MinimizationWords): Blocks {
  if (!actions) return [];
  return [
    "## What to do first",
    markdownTable(
      ["", "Action", "Why", "Customers with a value nobody else has"],
      actions.rows.map(({ number, action, why, alone }) => [String(number), action, why, alone]),
    ),
    actions.more ? `${actions.more} more: see “Field by field”.` : "",
  ];
}

function risk({ risk }: MinimizationWords): Blocks {
  return [
    "## Before and after",
    markdownTable(
      [`The same ${risk.records} customers`, "Today", "With this plan"],
      risk.rows.map(({ measure, today, plan }) => [measure, today, plan]),
    ),
    risk.still ? markdownEscape(risk.still) : "",
    risk.counted.length ? `Counted together: ${markdownEscape(risk.counted.join(", "))}.` : "",
  ];
}

function losses({ losses }: MinimizationWords): Blocks {
  if (!losses.length) return [];
  return [
    "## What each goal loses",
    markdownTable(
      ["Goal", "Measure", "Today", "With this plan", "Lost"],
      losses.map(({ name, measure, today, plan, planNote, lost, lostNote }) => [
        name,
        measure,
        today,
        planNote ? `${plan} (${planNote})` : plan,
        lostNote ? `${lost} (${lostNote})` : lost,
      ]),
    ),
    markdownList(losses.flatMap(({ name, segments }) => segments.map((sentence) => `${name}: ${sentence}`))),
  ];
}

function inCurves(heading: string, goals: MinimizationWords["histories"]): Blocks {
  if (!goals) return [];
  return [
    `## ${heading}`,
    ...goals.flatMap(({ name, sentences, curves }) => [
      `### ${markdownEscape(name)}`,
      markdownList(sentences),
      ...curves.flatMap(({ heading, columns, rows }) => [
        `${markdownEscape(heading)}:`,
        markdownTable(
          columns,
          rows.map(({ head, cells }) => [head, ...cells]),
        ),
      ]),
    ]),
  ];
}

function fields({ fields }: MinimizationWords): Blocks {
  const why = ({ why }: FieldRow) =>
    why.map(({ goal, sentence }) => (goal ? `Goal ${goal}: ${sentence}` : sentence)).join(" ");
  const rows = fields.groups.flatMap(({ heading, rows }) =>
    rows.map((row) => [
      row.label,
      row.column,
      row.note ? `${heading}, ${row.note}` : heading,
      row.whisker?.words ?? "",
      row.whisker?.range ?? "",
      why(row),
    ]),
  );
  return [
    "## Field by field",
    markdownTable(["Field", "Column", "Plan", "Missed without it, of 100", "Likely range", "Why"], rows),
    fields.numbered ? "A goal that is not named does not use the field; for it the field was not tested." : "",
    elsewhere(fields.more),
  ];
}

function standIns({ standIns }: MinimizationWords): Blocks {
  if (!standIns) return [];
  return [
    "## What could stand in",
    standIns.same.length ? markdownList(standIns.same) : markdownEscape(standIns.none),
    markdownTable(
      ["In place of", "This field", "Does", "Reveals", "Kept then, of what all fields tell", "Goal"],
      standIns.rows.map(({ kept, other, does, reveals, keeps, goal }) => [kept, other, does, reveals, keeps, goal]),
    ),
    standIns.more ? `${standIns.more} more are in the JSON of this report.` : "",
  ];
}

function elsewhere(more: number): string {
  return more ? `${more} more fields are in the CSV and the JSON of this report.` : "";
}

function decisions({ decisions }: MinimizationWords): Blocks {
  if (!decisions) return [];
  return [
    "## Who decided what",
    decisions.lead,
    markdownTable(
      ["Field", "Decided", "Reason", "Who", "When", "Look again"],
      decisions.rows.map(({ label, verdict, reason, by, at, reviewBy }) => [label, verdict, reason, by, at, reviewBy]),
    ),
    decisions.more ? `${decisions.more} more are in the CSV and the JSON of this report.` : "",
  ];
}

function open({ open }: MinimizationWords): Blocks {
  if (!open) return [];
  const fields = open.fields.map(({ label, why }) => `${label}: ${why}`);
  return [
    "## Still open",
    markdownList([...fields, ...(open.more ? [`and ${open.more} more undecided fields`] : []), ...open.notes]),
  ];
}

function method({ method }: MinimizationWords): Blocks {
  return [
    "## How this was worked out",
    ...method.paragraphs.map(markdownEscape),
    ...method.statistics.flatMap(({ heading, terms }) => [`### ${markdownEscape(heading)}`, markdownTerms(terms)]),
    "### Files and queries",
    markdownTerms(method.files),
    `Figures come from: ${method.queries.map(markdownEscape).join(", ")}.`,
  ];
}
