import type { Readiness, StageName } from "../../vocabulary.ts";

export const sayStage: Readonly<Record<StageName, string>> = {
  known: "Known",
  identifiable: "Identifiable",
  present: "Fields present",
  fresh: "Fresh enough",
  agreed: "Agreed",
  reachable: "Reachable",
  "in-time": "In time",
  actionable: "Actionable now",
};

/** What nothing measures, where a stage is not measured. */
export const stageQuestion: Readonly<Record<StageName, string>> = {
  known: "who is meant",
  identifiable: "whose event it is",
  present: "whether the fields are there",
  fresh: "how old the values are",
  agreed: "who agreed",
  reachable: "who can be reached",
  "in-time": "when the news arrives",
  actionable: "who is held back",
};

export const sayReadiness: Readonly<Record<Readiness, string>> = {
  "in-time": "in time",
  late: "too late",
  missing: "often missing",
  "not-measured": "not measured",
};
