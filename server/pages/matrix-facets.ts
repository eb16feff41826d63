import type { MatrixField } from "./open-matrix.ts";

export interface MatrixFacet {
  readonly key: string;
  readonly name: string;
  readonly holds: (field: MatrixField) => boolean;
}

/** The ways to narrow the matrix, in the order they are offered. */
export const matrixFacets: readonly MatrixFacet[] = [
  { key: "unused", name: "Serve no goal", holds: ({ plan }) => plan.verdict === "unused" },
  { key: "some", name: "Serve some goals only", holds: servesSome },
  { key: "levels", name: "Goals want different detail", holds: wantsDiffer },
  { key: "undecided", name: "Undecided", holds: ({ plan }) => plan.verdict === "undecided" },
  { key: "role", name: "Have a role", holds: ({ cells }) => cells.some(({ roles }) => roles.length > 0) },
  {
    key: "decided",
    name: "Decided by a person",
    holds: ({ cells }) => cells.some(({ verdict }) => verdict?.decision != null),
  },
  { key: "identifying", name: "Points to one person", holds: ({ profile }) => profile.sensitivity === "identifying" },
  { key: "special", name: "Specially protected", holds: ({ profile }) => profile.sensitivity === "special" },
];

export function matrixFacetOf(key: string | null): MatrixFacet | null {
  return matrixFacets.find((facet) => facet.key === key) ?? null;
}

/** Does the goal of this cell keep the field? */
export function keeps({ verdict }: MatrixField["cells"][number]): boolean {
  return verdict?.verdict === "needed" || verdict?.verdict === "coarser";
}

function servesSome({ cells }: MatrixField): boolean {
  return cells.some(keeps) && !cells.every(keeps);
}

/** One goal needs the field as it is and another less of it, or they need different levels. */
export function wantsDiffer({ cells }: MatrixField): boolean {
  const wanted = new Set(cells.filter(keeps).map(({ verdict }) => verdict?.keepAs ?? null));
  return wanted.size > 1;
}
