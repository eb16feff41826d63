import { content, extra, falls, happens, happensOrFalls, starter } from "./starter.ts";

/** Somebody is new. */
export const firstSteps = [
  starter({
    key: "welcome",
    name: "Welcome new people",
    description: "Greet people who have just signed up, and show them the first thing to do.",
    channels: ["email", "app-push"],
    trigger: happensOrFalls(
      happens("Somebody signs up.", "when they signed up", [
        "sign up",
        "signup",
        "opt in",
        "subscribe",
        "registered",
        "register",
      ]),
      falls("", "", { meanings: ["sign-up-date"], names: ["signup", "joined", "registered", "customer since"] }),
    ),
    window: "1h",
    windowSays: "at once",
    until: "7d",
    wanted: [
      extra("where they came from", ["campaign", "referrer"], ["source", "signup source"]),
      extra("the code of the offer", [], ["offer code", "coupon", "voucher"]),
    ],
    exchange: "A first gift, and a short way in",
    basis: "consent",
    outcome: { says: "They come back", names: ["activated", "first purchase", "returned", "converted"] },
    source: "frontiervisionsmarketing.com, email flow blueprint",
  }),
  starter({
    key: "lead-follow-up",
    name: "Answer a request",
    description: "Call or write back while the person who filled in the form is still there.",
    channels: ["phone", "email"],
    trigger: happensOrFalls(
      happens(
        "Somebody sends a form.",
        "when the form was sent",
        ["form submit", "form submitted", "lead", "inquiry", "enquiry", "demo request"],
        ["leads", "forms", "requests"],
      ),
      falls("", "", { meanings: [], names: ["submitted at", "lead created", "requested at"] }),
    ),
    window: "5m",
    until: "24h",
    wanted: [
      content("what they asked for", ["free-text"], ["need", "request", "message", "interest"]),
      extra("the company", ["employer"], []),
    ],
    exchange: "An answer within minutes, from a person",
    basis: "contract",
    outcome: { says: "They become a customer", names: ["qualified", "won", "converted", "deal"] },
    source:
      "Oldroyd/InsideSales 2007: 5 against 30 minutes, chance to reach them a hundredth; HBR 2011: within 1 h about 7 times the chance of 1 h later",
  }),
  starter({
    key: "onboarding",
    name: "Show how it works",
    description: "Explain the product when it has arrived and the first question comes up.",
    channels: ["email", "in-app"],
    trigger: happens(
      "The product arrives.",
      "when it was delivered",
      ["delivered", "delivery", "activated", "first use"],
      ["deliveries"],
    ),
    window: "2d",
    windowSays: "2 days after it arrives",
    until: "10d",
    wanted: [content("the product", ["product", "plan"], [])],
    exchange: "The few steps that make it work from the first day",
    basis: "contract",
    outcome: { says: "They use it", names: ["activated", "active", "used", "onboarded"] },
    source: "frontiervisionsmarketing.com, email flow blueprint",
  }),
];
