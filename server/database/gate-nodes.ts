/** A part of DuckDB's own syntax tree, as json_serialize_sql gives it. */
export interface TreeNode {
  readonly [part: string]: unknown;
}

export function columnNode(name: string): TreeNode {
  return { class: "COLUMN_REF", type: "COLUMN_REF", alias: "", column_names: [name] };
}

export function constantNode(value: string): TreeNode {
  const type = { id: "VARCHAR", type_info: null };
  return { class: "CONSTANT", type: "VALUE_CONSTANT", alias: "", value: { type, is_null: false, value } };
}

export function castNode(child: TreeNode, type: string, trying = false): TreeNode {
  const cast_type = { id: type, type_info: null };
  return { class: "CAST", type: "OPERATOR_CAST", alias: "", child, cast_type, try_cast: trying };
}

export function functionNode(name: string, children: readonly TreeNode[], isOperator = false): TreeNode {
  return {
    ...{ class: "FUNCTION", type: "FUNCTION", alias: "", function_name: name, schema: "", catalog: "", children },
    ...{ filter: null, order_bys: { type: "ORDER_MODIFIER", orders: [] }, distinct: false },
    ...{ is_operator: isOperator, export_state: false },
  };
}

export function mapParts<P extends string>(
  node: TreeNode,
  parts: readonly P[],
  map: (part: unknown) => TreeNode,
): Record<P, TreeNode> {
  return Object.fromEntries(parts.map((part) => [part, map(node[part])])) as Record<P, TreeNode>;
}

export function nodeOf(value: unknown): TreeNode {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error("Not a part of a syntax tree.");
  return value as TreeNode;
}

export function nodesOf(value: unknown): TreeNode[] {
  if (!Array.isArray(value)) throw new Error("Not a list of parts of a syntax tree.");
  return value.map(nodeOf);
}

export function textsOf(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Error("Not a list of names of a syntax tree.");
  return value.map(String);
}
