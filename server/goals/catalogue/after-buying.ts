import { content, extra, falls, happens, happensOrFalls, holdsBack, starter } from "./starter.ts";

const orders = ["orders", "order", "purchases", "transactions", "invoices", "sales"];
const complaint = holdsBack("whether a complaint is open", [
  "complaint open",
  "open complaint",
  "ticket open",
  "open ticket",
]);

/** Somebody has bought. */
export const afterBuying = [
  starter({
    key: "order-info",
    name: "Order and delivery news",
    description: "Say that the order arrived, when it is sent, and when it comes.",
    channels: ["email", "sms"],
    trigger: happens(
      "An order is placed or sent.",
      "when it was ordered or sent",
      ["order placed", "order", "purchase", "shipped", "ship"],
      orders,
    ),
    window: "5m",
    windowSays: "at once",
    until: "1h",
    wanted: [
      content("the order", ["order-id"], ["order number", "order id"]),
      extra("when it comes", [], ["eta", "delivery date", "expected delivery"]),
    ],
    exchange: "To know where the order is, without asking",
    basis: "contract",
    outcome: { says: "They do not have to ask", names: ["support contact", "contacted support"] },
    source: "frontiervisionsmarketing.com, email flow blueprint; a service message needs no marketing agreement",
  }),
  starter({
    key: "review-request",
    name: "Ask for a review",
    description: "Ask how it went, once there was time to try it.",
    channels: ["email"],
    trigger: happens(
      "The product arrives.",
      "when it was delivered",
      ["delivered", "delivery", "purchase", "order"],
      ["deliveries", ...orders],
    ),
    window: "7d",
    windowSays: "7 days after it arrives",
    until: "30d",
    wanted: [content("the product", ["product"], []), complaint],
    exchange: "A say that others read, and that changes something",
    basis: "legitimate-interest",
    asksAgreement: true,
    outcome: { says: "They write a review", names: ["review", "reviewed", "rating", "responded"] },
    source: "frontiervisionsmarketing.com, email flow blueprint",
  }),
  starter({
    key: "cross-sell",
    name: "Offer what goes with it",
    description: "Suggest one thing that goes with what they bought.",
    channels: ["email", "site"],
    trigger: happens("An order arrives.", "when they last ordered", ["delivered", "purchase", "order"], orders),
    window: "14d",
    windowSays: "14 days after the order",
    until: "60d",
    wanted: [
      content(
        "what they last bought",
        ["product"],
        ["last category", "last product", "favourite category", "favorite category"],
      ),
      complaint,
    ],
    exchange: "One thing that fits what they have, at their price",
    basis: "consent",
    outcome: { says: "They buy again", names: ["purchased", "bought again", "repeat purchase", "upsell", "converted"] },
    source: "frontiervisionsmarketing.com, email flow blueprint",
  }),
  starter({
    key: "replenishment",
    name: "Remind before it runs out",
    description: "Write shortly before what they use is used up.",
    channels: ["email", "sms"],
    trigger: happensOrFalls(
      happens("The time that it usually lasts is nearly over.", "when they last ordered", [], []),
      falls("", "", {
        ...{ meanings: [], names: ["last order", "last purchase", "last topup", "last top up", "last refill"] },
        after: "27d",
      }),
    ),
    window: "3d",
    windowSays: "3 days before it runs out",
    until: "17d",
    wanted: [
      content("the product", ["product"], []),
      extra("how long it lasts", [], ["usage cycle", "order interval", "cycle days"]),
    ],
    exchange: "Never without it, and nothing to remember",
    basis: "consent",
    outcome: { says: "They order again", names: ["reordered", "repeat purchase", "purchased", "topped up"] },
    source: "frontiervisionsmarketing.com: about 30 days, 40-50 % click through",
  }),
];
