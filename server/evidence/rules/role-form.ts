import type { RoleForm } from "../levels/role-forms.ts";
import type { Rule } from "../rule.ts";

/** Needed by its role, and the role needs less than the field holds: the same answer on every record. */
export const roleForm: Rule = {
  reason: "coarser-as-good",
  weigh({ form, roles }) {
    if (!form || !roles.length) return undefined;
    const { level, role, records } = form;
    return {
      rule: "coarser-as-good",
      favours: "coarser",
      sentence: sentenceOf(form),
      facts: { level: level.key, levelLabel: level.label, roles: [role], comparedOn: records },
      query: "evidence/form-differences",
    };
  },
};

function sentenceOf({ level, role }: RoleForm): string {
  if (role === "consent") {
    return "This goal only asks whether they agreed: yes or no gives the same answer for every customer. When and how they agreed belongs in the record of consents.";
  }
  if (role === "suppression") {
    return "This goal only asks whether to hold back: yes or no gives the same answer for every customer.";
  }
  return level.key === "day-of-year"
    ? "This goal only asks for the day of the year: without the year of birth it is set off for the same customers on the same days."
    : "This goal only asks for the day: without the hour it is set off for the same customers.";
}
