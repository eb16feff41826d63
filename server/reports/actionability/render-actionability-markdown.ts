import { markdownBlocks, markdownEscape, markdownList, markdownTable, markdownTerms } from "../markdown-text.ts";
import type { ActionabilityInput } from "./actionability-input.ts";
import type { FunnelRow } from "./funnel.ts";
import type { ActionabilityGoalWords, ActionabilityWords } from "./word-actionability.ts";
import { wordActionability } from "./word-actionability.ts";

/** The same words as the page, for those who read and compare text. */
export function renderActionabilityMarkdown(input: ActionabilityInput): string {
  const words = wordActionability(input);
  return markdownBlocks([
    `# ${sentence(words.headline)}`,
    `${markdownEscape(words.kind)}: ${markdownEscape(words.about)}`,
    ...words.goals.flatMap((goal) => goalBlocks(words, goal)),
    ...method(words),
  ]);
}

type Blocks = readonly string[];

function sentence({ before, figure, after }: ActionabilityWords["headline"]): string {
  return markdownEscape(`${before}${figure}${after}`);
}

function goalBlocks({ several }: ActionabilityWords, goal: ActionabilityGoalWords): Blocks {
  const heading = (text: string) => `${several ? "###" : "##"} ${markdownEscape(text)}`;
  return [
    ...(several ? [`## ${markdownEscape(goal.name)}`, `**${sentence(goal.headline)}**`] : []),
    markdownEscape(goal.lead),
    heading("Who we reach in time"),
    funnelTable(goal),
    ...(goal.ages
      ? [
          heading(goal.ages.heading),
          agesTable(goal.ages),
          markdownEscape(`${goal.ages.sentence} ${goal.ages.note}`.trim()),
        ]
      : []),
    ...(goal.fixes
      ? [heading("What to fix first"), fixesTable(goal.fixes), markdownEscape(goal.fixes.together.join(" "))]
      : []),
    ...(goal.volume.length ? [heading("How often it happens"), markdownEscape(goal.volume.join(" "))] : []),
    ...(goal.groups ? [heading("Whom we reach less"), markdownList(goal.groups.sentences), ...groupsTable(goal)] : []),
    ...(goal.consent ? consentBlocks(goal.consent, heading) : []),
    ...(goal.fields.length
      ? [
          heading("Field by field"),
          fieldsTable(goal),
          markdownEscape(goal.fieldsNote),
          markdownEscape(goal.decay.join(" ")),
        ]
      : []),
    ...unmeasured(goal, heading),
    ...(goal.warnings.length ? [heading("Worth knowing"), markdownList(goal.warnings)] : []),
    ...(goal.statistics.length ? [heading("Statistics"), markdownTerms(goal.statistics)] : []),
  ];
}

function funnelTable({ funnel }: ActionabilityGoalWords): string {
  const lost = ({ measured, lost, because, held, why }: FunnelRow) => {
    if (!measured) return `not measured: ${why}`;
    return [lost && `${lost} ${because}`, held && `${held} held back on purpose`].filter(Boolean).join("; ");
  };
  return markdownTable(
    ["Step", "Passes when", "Lost here", funnel.unit, "Of 100"],
    funnel.rows.map((row) => [
      row.worst ? `${row.stage} (${row.worstBecause})` : row.stage,
      row.means,
      lost(row),
      row.count,
      row.of100,
    ]),
  );
}

function agesTable({ bars, unit }: NonNullable<ActionabilityGoalWords["ages"]>): string {
  return markdownTable(
    ["Age", unit, ""],
    bars.map(({ label, count, late }) => [label, count, late ? "too old" : ""]),
  );
}

function fixesTable({ rows, unit }: NonNullable<ActionabilityGoalWords["fixes"]>): string {
  return markdownTable(
    ["", "Fix", "", unit, "Then"],
    rows.map(({ number, fix, note, gain, after }) => [String(number), fix, note, gain, after]),
  );
}

function groupsTable({ groups }: ActionabilityGoalWords): Blocks {
  if (!groups?.rows.length) return [];
  const rows = groups.rows.map(({ field, group, units, of100, range }) => [field, group, units, of100, range]);
  return [markdownTable(["Field", "Group", groups.unit, "Of 100", "Likely range"], rows), markdownEscape(groups.note)];
}

function consentBlocks(
  { sentences, rows, note }: NonNullable<ActionabilityGoalWords["consent"]>,
  heading: (text: string) => string,
): Blocks {
  return [
    heading("A year from now"),
    markdownEscape(sentences.join(" ")),
    markdownTable(
      ["In", "Do nothing", "Likely range", "Ask again now"],
      rows.map(({ month, doNothing, range, askNow }) => [month, doNothing, range, askNow]),
    ),
    markdownEscape(note),
  ];
}

function fieldsTable({ fields }: ActionabilityGoalWords): string {
  return markdownTable(
    ["Field", "Ready", "Filled", "Young enough, in time"],
    fields.map(({ label, readiness, filled, inTime }) => [label, readiness, filled, inTime]),
  );
}

function unmeasured({ unmeasured }: ActionabilityGoalWords, heading: (text: string) => string): Blocks {
  if (!unmeasured.length) return [];
  const items = unmeasured.map(({ stage, why }) => `${stage}: ${why}`);
  return [heading("What was not measured"), markdownList(items)];
}

function method({ method }: ActionabilityWords): Blocks {
  return [
    "## How this was worked out",
    ...method.paragraphs.map(markdownEscape),
    markdownTerms([...method.run, ...method.files]),
    method.queries.length ? `Figures come from: ${method.queries.map(markdownEscape).join(", ")}.` : "",
  ];
}
