import { UserError } from "../errors.ts";
import type { Dataset, FieldRef, Table } from "../vocabulary.ts";
import type { Database } from "./database.ts";
import { castNode, constantNode, type TreeNode } from "./gate-nodes.ts";
import type { GateScope } from "./gate-scope.ts";
import { checkTree } from "./gate-tree.ts";
import { count, json, text } from "./shape.ts";
import { relation, type Sql } from "./sql-text.ts";

export interface GatedCondition {
  /** a boolean over the customers relation, never null, `as_of` bound as a literal */
  readonly sql: Sql;
  /** the fields of the customers table that it reads, by name */
  readonly fields: readonly FieldRef[];
  /** for how many customers it holds */
  readonly customers: number;
}

export interface GateOptions {
  /** the time that as_of stands for, ISO 8601; null where nothing in the tables says it */
  readonly asOf: string | null;
}

const LONGEST = 4_000;

/**
 * The one way for SQL that a person wrote. It is parsed, never prepared; built anew from the parts that are allowed
 * (fields of the customers table, values, comparisons, pure functions); and only then bound and counted.
 * Throws UserError that names what is not allowed, not known, or not a yes-or-no question.
 */
export async function gateCondition(
  database: Database,
  dataset: Dataset,
  condition: string,
  options: GateOptions,
): Promise<GatedCondition> {
  const written = condition.trim();
  const table = customersOf(dataset);
  const parsed = await parse(database, written);
  const scope = { fields: table.fields.map((field) => field.name), table: table.name, condition: written };
  for (const asOf of asOfForms(options.asOf)) {
    const gated = await bind(database, dataset, table, parsed, { ...scope, asOf });
    if (gated) return gated;
  }
  throw new UserError(
    `The condition "${written}" does not fit the fields of ${table.name}: it compares or computes with values of different kinds. ` +
      "Compare dates with dates, numbers with numbers, and texts in single quotes.",
  );
}

function customersOf(dataset: Dataset): Table {
  const table = dataset.tables.find((one) => one.kind === "customers");
  if (!table) throw new Error("A dataset without customers reached the gate.");
  return table;
}

/** A time; where only a day fits (contract_end - as_of < 60), the day. */
function asOfForms(asOf: string | null): (TreeNode | null)[] {
  if (asOf === null) return [null];
  const at = Date.parse(asOf);
  if (Number.isNaN(at)) throw new UserError(`"${asOf}" is not a time. Write 2026-11-01 or 2026-11-01T14:05:00Z.`);
  const moment = new Date(at).toISOString().slice(0, 23).replace("T", " ");
  return [castNode(constantNode(moment), "TIMESTAMP"), castNode(constantNode(moment.slice(0, 10)), "DATE")];
}

interface Parsed {
  readonly error: boolean;
  readonly error_message?: string;
  readonly statements?: readonly { readonly node: TreeNode }[];
}

async function parse(database: Database, written: string): Promise<TreeNode> {
  if (!written) throw new UserError("The condition is empty. Write one, as data_left_pct < 10.");
  if (written.length > LONGEST)
    throw new UserError(`The condition is longer than ${LONGEST} characters. Write it shorter.`);
  const refused = new UserError(
    `The condition "${written}" could not be read. Write one comparison, or several with and, or, not: data_left_pct < 10 and plan = 'Basic'.`,
  );
  // The line breaks keep a comment from hiding the closing bracket.
  const parsed = await database
    .row("goals/parsed-condition", { tree: text }, { values: { sql: `select (\n${written}\n)` } })
    .then(({ tree }) => readParsed(tree))
    .catch(() => undefined);
  const [statement, ...others] = parsed?.statements ?? [];
  if (!parsed || parsed.error || !statement || others.length) throw refused;
  const expression = onlyExpression(statement.node);
  if (!expression) throw refused;
  return expression;
}

function readParsed(tree: string): Parsed | undefined {
  try {
    return json<Parsed>(tree);
  } catch {
    return undefined; // a number that JSON cannot write, such as 1e400
  }
}

/** The expression of `select (…)` where nothing stands beside it. */
function onlyExpression(node: TreeNode): TreeNode | undefined {
  const list = node["select_list"];
  const empty = (part: string) => node[part] === null || node[part] === undefined || isEmptyList(node[part]);
  const alone =
    node["type"] === "SELECT_NODE" &&
    Array.isArray(list) &&
    list.length === 1 &&
    (node["from_table"] as TreeNode | null)?.["type"] === "EMPTY" &&
    isEmptyList((node["cte_map"] as TreeNode | null)?.["map"]) &&
    ["modifiers", "where_clause", "group_expressions", "group_sets", "having", "sample", "qualify"].every(empty);
  if (!alone) return undefined;
  const expression = list[0] as TreeNode;
  return expression["alias"] === "" || expression["alias"] === undefined ? expression : undefined;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Undefined where the condition does not bind with this form of as_of. */
async function bind(
  database: Database,
  dataset: Dataset,
  table: Table,
  parsed: TreeNode,
  scope: GateScope,
): Promise<GatedCondition | undefined> {
  const checked = checkTree(parsed, scope);
  const customers = relation(dataset.schema, table.name);
  const expression = await asSql(database, checked.tree);
  const type = await typeOf(database, customers, expression);
  if (type === undefined) return undefined;
  const question = type === "BOOLEAN" ? expression : await asQuestion(database, customers, parsed, expression, scope);
  const sql = database.fragment("goals/condition", { condition: question });
  const holds = await countWhere(database, customers, sql, scope);
  const fields = [...checked.fields].sort().map((field) => ({ table: table.name, field }));
  return { sql, fields, customers: holds };
}

async function asSql(database: Database, tree: TreeNode): Promise<Sql> {
  const node = {
    ...{ type: "SELECT_NODE", modifiers: [], cte_map: { map: [] }, select_list: [tree] },
    ...{ from_table: { type: "EMPTY", alias: "", sample: null }, where_clause: null, group_expressions: [] },
    ...{ group_sets: [], aggregate_handling: "STANDARD_HANDLING", having: null, sample: null, qualify: null },
  };
  const statement = JSON.stringify({ error: false, statements: [{ node, named_param_map: [] }] });
  const { sql } = await database.row("goals/condition-text", { sql: text }, { values: { tree: statement } });
  return { sql: sql.replace(/^select\s+/i, "") };
}

async function typeOf(database: Database, customers: Sql, condition: Sql): Promise<string | undefined> {
  try {
    const { columnType } = await database.row(
      "goals/condition-type",
      { columnType: text },
      { names: { customers, condition } },
    );
    return columnType;
  } catch {
    return undefined;
  }
}

/** A field by itself is a question where all its values say yes or no: `complaint_open`, written yes, true or 1. */
async function asQuestion(
  database: Database,
  customers: Sql,
  parsed: TreeNode,
  expression: Sql,
  scope: GateScope,
): Promise<Sql> {
  if (parsed["class"] === "COLUMN_REF") {
    const names = { customers, field: expression };
    const { cells } = await database.row("goals/cells-not-yes-or-no", { cells: count }, { names });
    if (cells === 0) return database.fragment("goals/yes-or-no", { field: expression });
  }
  throw new UserError(
    `The condition "${scope.condition}" is not a question with yes or no. Compare it with something, as plan = 'Basic'.`,
  );
}

async function countWhere(database: Database, customers: Sql, condition: Sql, scope: GateScope): Promise<number> {
  try {
    const found = await database.row(
      "goals/customers-where",
      { customers: count },
      { names: { customers, condition } },
    );
    return found.customers;
  } catch (cause) {
    throw new UserError(
      `The condition "${scope.condition}" cannot be worked out for every customer of ${scope.table}: ` +
        "a value does not have the form the condition expects. Cast the field, as cast(age as integer) < 30.",
      { cause },
    );
  }
}
