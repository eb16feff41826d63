import { gateCondition } from "../database/gate.ts";
import { customersTable } from "../datasets/dataset.ts";
import { UserError } from "../errors.ts";
import { catalogue } from "../goals/catalogue.ts";
import { isDraft } from "../goals/goal-warnings.ts";
import { goalsThatFit } from "../goals/goals-that-fit.ts";
import { writeStrategy } from "../goals/write-strategy.ts";
import { findAsOf } from "../profiles/find-as-of.ts";
import type { Goal } from "../vocabulary.ts";
import { type ChannelShares, channelShares } from "./channel-shares.ts";
import { countedFields, fieldsByVerdict, tallyOf } from "./counted-fields.ts";
import { fieldLabels } from "./field-labels.ts";
import { type CardOf, goalCard } from "./goal-card.ts";
import { type GoalState, goalStates } from "./goal-states.ts";
import { goalsSummary, tallyWords } from "./goals-summary.ts";
import { plural } from "./helpers.ts";
import { openProfiles, type ProfiledDataset } from "./open-dataset.ts";
import { showPage } from "./show-page.ts";
import { type Page, queryPart, type Site } from "./site.ts";
import { exampleStarters, startersOf } from "./starters.ts";
import { stepsIn } from "./steps-in.ts";
import { twin, urls } from "./urls.ts";

/** Every goal: what it needs, what the customer gets, and what it still lacks. */
export const goalsPage: Page = async (site, request, response) => {
  const open = await openProfiles(site, request, response);
  if (!open) return;
  const { dataset, strategy, profiles } = open;
  const { slug } = dataset;
  const states = await goalStates(site, open);
  const counted = countedFields(dataset, strategy, states);
  const fields = fieldsByVerdict(dataset, counted, states);
  const cards = await cardsOf(site, open, states, counted);
  const labelOf = fieldLabels(open);
  const anySorted = states.some(({ kind }) => kind === "sorted");
  const allSorted = states.every(({ kind }) => kind === "sorted");
  const [first] = strategy.goals;
  showPage(site, request, response, {
    view: "goals",
    title: `Goals for ${dataset.name}`,
    steps: await stepsIn(site, open, "goals"),
    ...(states.some(({ kind }) => kind === "sorting") ? { refreshSeconds: 3 } : {}),
    done: doneWords(queryPart(request, "done")),
    model: {
      ...goalsSummary(states, fields, counted.length),
      write: urls.newGoal(slug),
      matrix: urls.matrix(slug),
      tally: anySorted && allSorted ? { ...tallyOf(fields), ...tallyWords(fields), ...unneeded(open, fields) } : null,
      // One stream a page: it looks again when the first of them is sorted.
      cards: cards.map((card) => ({ ...goalCard(card), watched: card === firstSorting(cards) })),
      none: cards.length ? null : exampleStarters(open),
      starters: startersOf(
        open,
        queryPart(request, "starters") === "all",
        cards.length ? 0 : exampleStarters(open).length,
      ),
      file: {
        save: urls.strategy(slug),
        load: urls.loadStrategy(slug),
        about: aboutFile(open),
        text: writeStrategy(strategy),
      },
      json: twin(urls.goals(slug), "json"),
      previous: { href: urls.fields(slug), question: "What do we hold?" },
      next: first ? { href: urls.board(slug, first.key), question: "What do we actually need?" } : null,
    },
  });

  function unneeded({ dataset: { tables } }: ProfiledDataset, { unused, undecided }: typeof fields) {
    const customers = customersTable(dataset);
    const link = (name: string) => {
      const profile = profiles.find((one) => one.table === customers.name && one.name === name);
      const table = tables.find((one) => one.name === customers.name);
      return { label: labelOf(name), href: profile && table ? urls.field(slug, table.slug, profile.slug) : "" };
    };
    return { unused: unused.map(link), undecided: undecided.map(link) };
  }
};

export const goalsJson: Page = async (site, request, response) => {
  const open = await openProfiles(site, request, response);
  if (!open) return;
  const { dataset, strategy, profiles } = open;
  const states = await goalStates(site, open);
  const counted = countedFields(dataset, strategy, states);
  const cards = await cardsOf(site, open, states, counted);
  const fitting = goalsThatFit(catalogue, dataset, profiles);
  response.json({
    fields: counted.length,
    goals: cards.map(({ state, audience }) => ({
      goal: state.goal,
      draft: isDraft(state.goal),
      state: state.kind,
      message: state.kind === "unfit" ? state.message : null,
      audience,
      fields: state.kind === "sorted" ? fieldsByVerdict(dataset, counted, [state]) : null,
    })),
    starters: fitting.map(({ entry, held, of, lacks }) => ({ key: entry.key, name: entry.name, held, of, lacks })),
  });
};

function firstSorting(cards: readonly CardOf[]): CardOf | undefined {
  return cards.find(({ state }) => state.kind === "sorting");
}

async function cardsOf(
  site: Site,
  open: ProfiledDataset,
  states: readonly GoalState[],
  counted: readonly string[],
): Promise<readonly CardOf[]> {
  const { dataset, profiles } = open;
  const asOf = await findAsOf(site.workbench.database, dataset, profiles);
  const labelOf = fieldLabels(open);
  const card = async (state: GoalState, index: number): Promise<CardOf> => ({
    dataset,
    state,
    number: index + 1,
    counted,
    audience: await audienceOf(site, open, state.goal, asOf),
    shares: await sharesOf(site, open, state.goal, asOf),
    labelOf,
  });
  return Promise.all(states.map(card));
}

/** Customers in the audience today; null where its condition does not fit the tables, which the goal then says itself. */
async function audienceOf(site: Site, { dataset }: ProfiledDataset, { audience }: Goal, asOf: string | null) {
  if (audience === undefined) return customersTable(dataset).records;
  try {
    return (await gateCondition(site.workbench.database, dataset, audience, { asOf })).customers;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function sharesOf(site: Site, open: ProfiledDataset, goal: Goal, asOf: string | null): Promise<ChannelShares | null> {
  const { channels, roles } = goal;
  return channelShares(site, open, asOf, { channels, roles });
}

function aboutFile({ dataset, strategy }: ProfiledDataset): string {
  const { name, goals, decisions } = strategy;
  const held = `${plural(goals.length, "goal", "goals")}, ${plural(decisions.length, "decision", "decisions")}`;
  return `${name ?? dataset.name}. ${held}. Loading shows what would change before it does.`;
}

function doneWords(done: string | null): string | null {
  if (done === "saved") return "Goal saved.";
  if (done === "draft") return "Draft saved. It cannot start until it says what the customer gets.";
  if (done === "deleted") return "Goal deleted.";
  return done === "loaded" ? "Strategy loaded." : null;
}
