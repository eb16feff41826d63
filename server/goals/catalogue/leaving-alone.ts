import { content, extra, falls, happens, happensOrFalls, starter } from "./starter.ts";

/** Somebody is to be left alone. */
export const leavingAlone = [
  starter({
    key: "ad-suppression",
    name: "Stop ads after a purchase",
    description: "Take people who bought, online or in a store, off the list that ads are shown to.",
    channels: ["ads"],
    trigger: happens(
      "An order is placed in any channel, stores included.",
      "when they bought",
      ["purchase", "order placed", "order", "bought"],
      ["orders", "order", "purchases", "transactions", "invoices", "sales"],
    ),
    window: "48h",
    until: "30d",
    wanted: [],
    exchange: "No more ads for what they already have",
    basis: "legitimate-interest",
    outcome: { says: "They see no more ads for it", names: ["ad shown", "ad impression"] },
    source:
      "flyde.io: 19 % of an active audience had bought in a store within 30 days; the list was updated every two weeks",
  }),
  starter({
    key: "opt-out",
    name: "Stop at once when someone says no",
    description: "For every channel. Needs no agreement of its own.",
    channels: ["email", "sms", "app-push"],
    trigger: happensOrFalls(
      happens("Somebody unsubscribes or objects.", "when they said no", [
        ...["unsubscribe", "unsubscribed", "opt out", "optout", "objection", "withdrawal", "email unsubscribe"],
      ]),
      falls("", "", { meanings: [], names: ["unsubscribed at", "opted out at", "opt out date", "withdrawn at"] }),
    ),
    window: "48h",
    until: null,
    wanted: [extra("what they said no to", ["purpose", "channel"], ["scope"])],
    exchange: "A no that is kept",
    basis: "legal-obligation",
    outcome: { says: "They hear nothing more", names: ["complaint", "spam complaint"] },
    source: "GDPR Art. 21(3), absolute; Gmail and Yahoo 48 h; Australia 5, CAN-SPAM and CASL 10 working days",
  }),
  starter({
    key: "service-first",
    name: "Help first, sell later",
    description: "Hold every offer back while somebody waits for an answer.",
    channels: ["email", "sms", "app-push"],
    trigger: happens(
      "A ticket is opened.",
      "when a ticket was opened",
      [...["ticket opened", "ticket open", "ticket created", "complaint", "support request", "ticket"]],
      ["tickets", "complaints"],
    ),
    window: "15m",
    windowSays: "minutes",
    until: null,
    wanted: [
      content(
        "whether a ticket is open, not what it says",
        [],
        ["ticket open", "ticket state", "ticket status", "complaint open", "open tickets"],
      ),
    ],
    exchange: "Help before the next offer",
    basis: "legitimate-interest",
    outcome: { says: "They are content", names: ["resolved", "satisfied", "csat"] },
    source: "flyde.io, ubisar.com: offers during an open ticket do harm",
  }),
];
