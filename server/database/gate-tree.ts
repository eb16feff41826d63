import { didYouMean } from "../did-you-mean.ts";
import { UserError } from "../errors.ts";
import { allowedFunctions, allowedTypes, clocks, dice } from "./gate-functions.ts";
import {
  castNode,
  columnNode,
  constantNode,
  functionNode,
  mapParts,
  nodeOf,
  nodesOf,
  type TreeNode,
  textsOf,
} from "./gate-nodes.ts";
import { clockRefusal, functionRefusal, type GateScope, refusal } from "./gate-scope.ts";

export interface CheckedTree {
  readonly tree: TreeNode;
  readonly fields: ReadonlySet<string>;
}

/**
 * Builds the condition anew from the parts that are allowed, so that nothing unread can travel along.
 * Throws UserError for the first part that is not.
 */
export function checkTree(node: TreeNode, scope: GateScope): CheckedTree {
  const fields = new Set<string>();
  return { tree: check(node, scope, fields), fields };
}

function check(node: TreeNode, scope: GateScope, fields: Set<string>): TreeNode {
  const inside = (part: unknown) => check(nodeOf(part), scope, fields);
  const { class: kind, type } = node;
  switch (kind) {
    case "COLUMN_REF":
      return checkColumn(node, scope, fields);
    case "CONSTANT":
      return checkConstant(node, scope);
    case "COMPARISON":
      return { class: kind, type, alias: "", left: inside(node["left"]), right: inside(node["right"]) };
    case "CONJUNCTION":
      return { class: kind, type, alias: "", children: nodesOf(node["children"]).map(inside) };
    case "BETWEEN":
      return { class: kind, type, alias: "", ...mapParts(node, ["input", "lower", "upper"], inside) };
    case "OPERATOR":
      if (!operators.has(String(type))) throw refusal(scope, "lists");
      return { class: kind, type, alias: "", children: nodesOf(node["children"]).map(inside) };
    case "CASE":
      return {
        ...{ class: kind, type, alias: "", else_expr: inside(node["else_expr"]) },
        case_checks: nodesOf(node["case_checks"]).map((one) => mapParts(one, ["when_expr", "then_expr"], inside)),
      };
    case "CAST":
      return checkCast(node, scope, inside);
    case "FUNCTION":
      return checkFunction(node, scope, inside);
    default:
      throw refusal(scope, refusedKinds[String(kind)] ?? "this");
  }
}

const operators = new Set([
  ...["OPERATOR_NOT", "OPERATOR_IS_NULL", "OPERATOR_IS_NOT_NULL", "OPERATOR_COALESCE"],
  ...["COMPARE_IN", "COMPARE_NOT_IN"],
]);

const refusedKinds: Readonly<Record<string, string>> = {
  SUBQUERY: "a query inside it",
  STAR: "* or columns(…)",
  PARAMETER: "a parameter ($ or ?)",
  LAMBDA: "a lambda",
  WINDOW: "a window function",
  COLLATE: "a collation",
  POSITIONAL_REFERENCE: "a column by its number",
  DEFAULT: "default",
};

function checkColumn(node: TreeNode, scope: GateScope, fields: Set<string>): TreeNode {
  const written = textsOf(node["column_names"]);
  const name = written.join(".");
  if (name.toLowerCase() === "as_of") return asOfNode(scope);
  const field = findName(name, scope.fields) ?? findQualified(written, scope);
  if (field === undefined) {
    if (clocks.has(name.toLowerCase())) throw clockRefusal(scope, name);
    throw new UserError(
      `The condition "${scope.condition}" names the field "${name}", which the table ${scope.table} does not have.` +
        didYouMean(name, scope.fields),
    );
  }
  fields.add(field);
  return columnNode(field);
}

function asOfNode(scope: GateScope): TreeNode {
  if (scope.asOf) return scope.asOf;
  throw new UserError(
    `The condition "${scope.condition}" says as_of, but nothing in the tables says which time they stand for. ` +
      "Give it: --as-of 2026-11-01.",
  );
}

function findName(name: string, fields: readonly string[]): string | undefined {
  return fields.find((field) => field === name) ?? fields.find((field) => field.toLowerCase() === name.toLowerCase());
}

/** customers.age, as well as age */
function findQualified(written: readonly string[], scope: GateScope): string | undefined {
  const [table, ...rest] = written;
  if (!rest.length || table?.toLowerCase() !== scope.table.toLowerCase()) return undefined;
  return findName(rest.join("."), scope.fields);
}

function checkConstant(node: TreeNode, scope: GateScope): TreeNode {
  const value = nodeOf(node["value"]);
  const { type, is_null } = value;
  if (is_null === true) return { class: "CONSTANT", type: "VALUE_CONSTANT", alias: "", value: { type, is_null } };
  const content = value["value"];
  const safe =
    typeof content === "string" ||
    typeof content === "boolean" ||
    (typeof content === "number" && Number.isFinite(content) && Math.abs(content) <= Number.MAX_SAFE_INTEGER);
  if (!safe) throw refusal(scope, "a number of more than 15 digits");
  if (typeof content === "string") return withoutBraces(content);
  return { class: "CONSTANT", type: "VALUE_CONSTANT", alias: "", value: { type, is_null: false, value: content } };
}

/** A text such as "{field}" must not look like a place of a query to fill. */
function withoutBraces(content: string): TreeNode {
  const brace = functionNode("chr", [
    {
      class: "CONSTANT",
      type: "VALUE_CONSTANT",
      alias: "",
      value: { type: { id: "INTEGER", type_info: null }, is_null: false, value: 123 },
    },
  ]);
  return content
    .split("{")
    .map(constantNode)
    .reduce((whole, part) => functionNode("||", [functionNode("||", [whole, brace], true), part], true));
}

function checkCast(node: TreeNode, scope: GateScope, inside: (part: unknown) => TreeNode): TreeNode {
  const cast = nodeOf(node["cast_type"]);
  const type = String(cast["id"]);
  if (!allowedTypes.has(type)) throw refusal(scope, `a cast to ${typeName(cast)}`);
  const child = inside(node["child"]);
  // A cell that cannot be read as the type is no answer rather than the end of the query; a constant is checked at once.
  const trying = node["try_cast"] === true || child["class"] !== "CONSTANT";
  const { type_info } = cast;
  const decimal = type === "DECIMAL" && type_info !== null ? { id: type, type_info } : { id: type, type_info: null };
  return { ...castNode(child, type, trying), cast_type: decimal };
}

function typeName(cast: TreeNode): string {
  const named = cast["type_info"] === null ? undefined : nodeOf(cast["type_info"])["name"];
  return typeof named === "string" ? named : String(cast["id"]).toLowerCase();
}

function checkFunction(node: TreeNode, scope: GateScope, inside: (part: unknown) => TreeNode): TreeNode {
  const name = String(node["function_name"]).toLowerCase();
  const children = nodesOf(node["children"]);
  if (clocks.has(name) || (name === "age" && children.length < 2)) throw clockRefusal(scope, `${name}()`);
  if (dice.has(name)) {
    throw new UserError(
      `The condition "${scope.condition}" uses ${name}(), which gives another answer each time. Write it without.`,
    );
  }
  const plain =
    (node["schema"] === "" || node["schema"] === "main") &&
    node["catalog"] === "" &&
    node["distinct"] === false &&
    node["filter"] === null &&
    nodesOf(nodeOf(node["order_bys"])["orders"]).length === 0;
  if (!plain || !allowedFunctions.has(name)) throw functionRefusal(scope, name);
  const isOperator = node["is_operator"] === true;
  return functionNode(name, daysBesideAsOf(name, children, scope).map(inside), isOperator);
}

/** `as_of + 60` means 60 days, as it does for a date. */
function daysBesideAsOf(name: string, children: readonly TreeNode[], scope: GateScope): readonly TreeNode[] {
  const [left, right] = children;
  if (!left || !right || (name !== "+" && name !== "-") || scope.asOf?.["class"] !== "CAST") return children;
  if (!isMoment(scope.asOf)) return children;
  if (isAsOf(left) && isWhole(right)) return [left, functionNode("to_days", [right])];
  if (name === "+" && isAsOf(right) && isWhole(left)) return [functionNode("to_days", [left]), right];
  return children;
}

function isMoment(asOf: TreeNode): boolean {
  return nodeOf(asOf["cast_type"])["id"] === "TIMESTAMP";
}

function isAsOf(node: TreeNode): boolean {
  return node["class"] === "COLUMN_REF" && textsOf(node["column_names"]).join(".").toLowerCase() === "as_of";
}

function isWhole(node: TreeNode): boolean {
  if (node["class"] !== "CONSTANT") return false;
  const value = nodeOf(node["value"]);
  return nodeOf(value["type"])["id"] === "INTEGER" && value["is_null"] === false;
}
