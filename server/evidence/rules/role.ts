import type { Role } from "../../vocabulary.ts";
import type { Rule } from "../rule.ts";

const sentences = {
  key: "It tells one customer from another.",
  address: "You cannot send the message without it.",
  consent: "You must be able to show they agreed.",
  trigger: "It says when to act.",
  arrival: "It says when the news reached you.",
  content: "The message itself uses it.",
  suppression: "It spares those who should not get the message.",
} satisfies Record<Exclude<Role, "duty">, string>;

export const role: Rule = {
  reason: "role",
  weigh({ roles }) {
    const held = roles.map((field) => field.role).filter((name) => name !== "duty");
    const first = held[0];
    if (!first) return undefined;
    return {
      rule: "role",
      favours: "needed",
      sentence: sentences[first],
      facts: { roles: [...new Set(held)] },
      query: "strategy",
    };
  },
};
