import type { Rule } from "./rule.ts";
import { coarser } from "./rules/coarser.ts";
import { constant } from "./rules/constant.ts";
import { copied } from "./rules/copied.ts";
import { duty } from "./rules/duty.ts";
import { empty } from "./rules/empty.ts";
import { identifier } from "./rules/identifier.ts";
import { knownAfterwards } from "./rules/known-afterwards.ts";
import { lift } from "./rules/lift.ts";
import { noLift } from "./rules/no-lift.ts";
import { noOutcome } from "./rules/no-outcome.ts";
import { notPermitted } from "./rules/not-permitted.ts";
import { notSupported } from "./rules/not-supported.ts";
import { persuades } from "./rules/persuades.ts";
import { role } from "./rules/role.ts";
import { roleForm } from "./rules/role-form.ts";
import { rolledUp } from "./rules/rolled-up.ts";
import { stale } from "./rules/stale.ts";
import { tooClose } from "./rules/too-close.ts";
import { tooLittle } from "./rules/too-little.ts";
import { used } from "./rules/used.ts";

/** In this order the first rule that holds decides (method §5.1); what later rules find stays as evidence. */
export const rules: readonly Rule[] = [
  duty,
  notPermitted,
  roleForm,
  role,
  used,
  knownAfterwards,
  empty,
  constant,
  identifier,
  copied,
  stale,
  noOutcome,
  tooLittle,
  notSupported,
  rolledUp,
  coarser,
  lift,
  persuades,
  noLift,
  tooClose,
];
