import { content, extra, falls, happens, happensOrFalls, holdsBack, starter } from "./starter.ts";

const complaint = holdsBack("whether a complaint is open", [
  "complaint open",
  "open complaint",
  "ticket open",
  "open ticket",
]);
const lastBought = ["last order", "last purchase", "last bought", "last transaction"];

/** Somebody stays, goes, or reaches something. */
export const staying = [
  starter({
    key: "win-back",
    name: "Win back people who stopped buying",
    description: "Write to people who have not bought for two months, and then leave them in peace.",
    channels: ["email", "ads"],
    trigger: falls("Nothing is bought for 60 days.", "when they last bought", {
      ...{ meanings: ["last-seen"], names: lastBought, after: "60d" },
    }),
    window: "15d",
    until: "120d",
    wanted: [extra("what they like", [], ["favourite category", "favorite category"]), complaint],
    exchange: "A reason to come back that fits what they liked",
    basis: "consent",
    outcome: { says: "They buy again", names: ["reactivated", "returned", "purchased", "bought again"] },
    source: "frontiervisionsmarketing.com: days 60, 67 and 75, useless after 180",
  }),
  starter({
    key: "sunset",
    name: "Stop writing to people gone quiet",
    description: "Three messages, then silence. Counts visits, not opened mails.",
    channels: ["email"],
    trigger: falls("Nobody clicks or buys any more.", "when they last clicked or bought", {
      meanings: ["last-seen"],
      names: ["last click", ...lastBought],
    }),
    window: "1095d",
    until: null,
    wanted: [],
    exchange: "Peace, and their data let go",
    basis: "legitimate-interest",
    asksAgreement: true,
    outcome: { says: "They click or buy again", names: ["clicked", "reactivated", "returned", "engaged"] },
    source: "CNIL: three years from the last contact; a click counts, an opened mail does not (SAN-2020-008)",
  }),
  starter({
    key: "failed-payment",
    name: "Help after a failed payment",
    description: "A service message, sent before the line is cut.",
    channels: ["email", "in-app"],
    trigger: happensOrFalls(
      happens("A payment fails.", "when a payment failed", [
        "payment failed",
        "failed payment",
        "payment declined",
        "charge failed",
        "declined",
      ]),
      falls("", "", { meanings: [], names: ["payment failed", "failed payment", "declined at"] }),
    ),
    window: "4h",
    until: "14d",
    wanted: [
      extra("why it failed", [], ["decline type", "decline reason", "decline code"]),
      extra("the month the card ends", [], ["card expiry", "card expires", "expiry month"]),
    ],
    exchange: "The service goes on, without a fee",
    basis: "contract",
    outcome: { says: "They pay", names: ["paid", "recovered", "payment recovered"] },
    source: "dunning guides: 30-50 % of lost subscriptions fail to pay, 40-60 % of those can be recovered",
  }),
  starter({
    key: "birthday",
    name: "A birthday wish",
    description: "Needs the day and month. Let the year go.",
    channels: ["email", "app-push"],
    trigger: falls("It is their birthday.", "the day and month", {
      meanings: ["birth-date"],
      names: ["birthday", "anniversary"],
    }),
    window: "24h",
    until: "48h",
    wanted: [extra("the first name", ["first-name"], [])],
    exchange: "A small present on the day",
    basis: "consent",
    outcome: { says: "They use the present", names: ["redeemed", "coupon used", "used"] },
  }),
  starter({
    key: "loyalty-tier",
    name: "Say when they reach the next level",
    description: "Tell people at once what their new level brings them.",
    channels: ["app-push", "email"],
    trigger: happens("A threshold of points is crossed.", "when they crossed the threshold", [
      "tier change",
      "tier changed",
      "tier upgrade",
      "level up",
      "tier",
    ]),
    window: "24h",
    until: "7d",
    wanted: [
      content("the level", ["loyalty-tier"], ["tier", "level"]),
      extra("the points", [], ["points", "loyalty points", "points balance"]),
    ],
    exchange: "What the new level brings, to use at once",
    basis: "consent",
    outcome: { says: "They use what it brings", names: ["redeemed", "benefit used", "tier benefit"] },
  }),
  starter({
    key: "churn-save",
    name: "Keep customers about to leave",
    description: "Make an offer that fits before the contract ends.",
    channels: ["email", "app-push"],
    trigger: falls("The contract ends in 30 days.", "when the contract ends", {
      ...{ meanings: ["end-date"], names: ["contract end", "renewal date", "expires", "expiry date"], before: "30d" },
    }),
    window: "24h",
    until: "7d",
    wanted: [content("the plan", ["plan"], ["contract", "tariff", "subscription"]), complaint],
    exchange: "A plan that fits before they have to ask for it",
    basis: "consent",
    outcome: {
      says: "They leave",
      names: ["churn", "churned", "left", "cancelled", "canceled", "exited", "attrition"],
    },
  }),
];
