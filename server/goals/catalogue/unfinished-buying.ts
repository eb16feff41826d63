import { content, extra, happens, holdsBack, starter } from "./starter.ts";

const boughtSince = holdsBack("whether they bought since", [
  "bought since",
  "order placed",
  "has ordered",
  "recent order",
]);
const theyBuy = {
  says: "They buy",
  names: ["purchased", "purchase made", "converted", "conversion", "bought", "ordered", "revenue"],
};

/** Somebody was about to buy. */
export const unfinishedBuying = [
  starter({
    key: "cart-abandonment",
    name: "Bring back a forgotten cart",
    description: "Remind people of what they left in the cart, before they have bought elsewhere.",
    channels: ["email", "app-push", "sms"],
    trigger: happens("Something is put in the cart, and no order follows.", "when something was put in the cart", [
      ...["cart abandoned", "abandoned cart", "cart add", "add to cart", "added to cart", "cart"],
    ]),
    window: "1h",
    windowSays: "30 to 60 minutes",
    until: "72h",
    wanted: [
      content("what is in the cart", ["product"], ["cart items", "items"]),
      extra("what the cart is worth", [], ["cart value", "cart total", "basket value"]),
      boughtSince,
    ],
    exchange: "The cart kept as it was, one touch from the end",
    basis: "consent",
    outcome: theyBuy,
    source:
      "SaleCycle: 6.33 % convert after 1 h, 3.14 % sooner, 1.74 % after 24 h; Barilliance: 20.3 % at 1 h, 12.2 % at 24 h",
  }),
  starter({
    key: "checkout-abandonment",
    name: "Help with an unfinished checkout",
    description: "Offer help to people who began to pay and did not finish.",
    channels: ["email", "sms"],
    trigger: happens("A checkout begins, and no order follows.", "when a checkout began", [
      ...["checkout abandoned", "checkout start", "checkout started", "begin checkout", "checkout"],
    ]),
    window: "1h",
    until: "48h",
    wanted: [
      content("what is in the cart", ["product"], ["cart items", "items"]),
      extra("what the cart is worth", [], ["cart value", "cart total", "basket value"]),
      extra("the step they reached", [], ["checkout step", "step reached", "last step"]),
      boughtSince,
    ],
    exchange: "The checkout kept open, and a person who helps",
    basis: "consent",
    outcome: theyBuy,
    source: "as for a cart: SaleCycle, Barilliance",
  }),
  starter({
    key: "browse-abandonment",
    name: "Follow up on what they looked at",
    description: "Show people once more what they looked at twice and did not put in the cart.",
    channels: ["email", "ads"],
    trigger: happens(
      "Two products or more are looked at, and none is put in the cart.",
      "when they looked at a product",
      [...["product view", "product viewed", "view item", "page view", "viewed", "view", "visit"]],
    ),
    window: "4h",
    until: "72h",
    wanted: [content("the product", ["product"], ["last viewed product", "viewed product"]), boughtSince],
    exchange: "The products they looked at, found again in one place",
    basis: "consent",
    outcome: theyBuy,
    source: "frontiervisionsmarketing.com, email flow blueprint",
  }),
  starter({
    key: "back-in-stock",
    name: "Say when it is back in stock",
    description: "Tell people who asked that the product they wait for can be bought again.",
    channels: ["email", "sms", "app-push"],
    trigger: happens("A product that somebody waits for is in stock again.", "when it came back", [
      ...["back in stock", "restock", "restocked", "in stock"],
    ]),
    window: "15m",
    windowSays: "minutes",
    until: "24h",
    wanted: [
      content("the product", ["product"], ["waitlist product", "wanted product"]),
      extra("since when they wait", [], ["waitlist time", "waitlisted at", "wanted since"]),
      boughtSince,
    ],
    exchange: "The word first, before it is gone again",
    basis: "consent",
    outcome: theyBuy,
    source: "storebeep.com: 70 % of clicks come within 24 h; kelsohq.com: measure the send delay per timestamp",
  }),
  starter({
    key: "price-drop",
    name: "Say when the price drops",
    description: "Tell people that something they looked at or wished for costs less now.",
    channels: ["email", "app-push"],
    trigger: happens("The price of something they viewed or wished for falls.", "when the price changed", [
      ...["price drop", "price change", "price changed", "price"],
    ]),
    window: "24h",
    windowSays: "the same day",
    until: "3d",
    wanted: [
      content("the product", ["product"], ["wish list", "wishlist"]),
      content("the old and the new price", [], ["old price", "new price", "previous price", "price before"]),
      boughtSince,
    ],
    exchange: "The lower price, before it goes up again",
    basis: "consent",
    outcome: theyBuy,
  }),
];
