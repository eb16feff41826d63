import type { Verdict } from "../vocabulary.ts";
import { type BoardCard, boardCard, boardKey, type CardOptions, missedOf } from "./board-card.ts";
import type { SortedField } from "./sorted-fields.ts";
import { urls } from "./urls.ts";
import { verdictOrder, verdictWords } from "./verdict-words.ts";

/** Cards of a column before "Show more", and once a column is opened. */
const usual = 12;
const opened = 100;

export interface Column {
  readonly verdict: Verdict;
  readonly title: string;
  readonly short: string;
  readonly lead: string;
  readonly number: number;
  readonly cards: readonly BoardCard[];
  readonly more: { readonly text: string; readonly href: string } | null;
}

export interface ColumnOptions extends CardOptions {
  /** the column that is shown whole, a hundred cards at a time, from this card on */
  readonly open: { readonly verdict: Verdict; readonly from: number } | null;
}

/** The four columns: within one, those worth most first, then in the order of the file. */
export function boardColumns(fields: readonly SortedField[], options: ColumnOptions): readonly Column[] {
  return verdictOrder.map((verdict) => {
    const own = fields.filter((field) => field.verdict.verdict === verdict).toSorted(byWorth);
    const from = options.open?.verdict === verdict ? options.open.from : 0;
    const most = options.open?.verdict === verdict ? opened : usual;
    const shown = withMoved(own, own.slice(from, from + most), options);
    const rest = own.length - from - shown.length;
    const { dataset, goal } = options;
    const next = options.open?.verdict === verdict ? from + most : 0;
    return {
      verdict,
      ...verdictWords[verdict],
      number: own.length,
      cards: shown.map((field) => boardCard(field.profile, field.verdict, options)),
      more:
        rest > 0
          ? {
              text: `Show ${rest} more`,
              href: `${urls.board(dataset.slug, goal, { column: verdict, from: next })}#col-${verdict}`,
            }
          : null,
    };
  });
}

/** A card that was just moved is always in sight, however long its column. */
function withMoved(own: readonly SortedField[], shown: readonly SortedField[], options: ColumnOptions) {
  const moved = own.find(({ profile }) => boardKey(options.dataset, profile) === options.moved);
  return moved && !shown.includes(moved) ? [moved, ...shown] : shown;
}

function byWorth(a: SortedField, b: SortedField): number {
  const worth = ({ verdict }: SortedField) => missedOf(verdict)?.value ?? Number.NEGATIVE_INFINITY;
  const [first, second] = [worth(a), worth(b)];
  return first === second ? 0 : second - first;
}
