/** What Harbour Mobile has decided so far: three goals with their exchange, corrections, and decisions with a reason. */
export const strategyText = `strategy: Harbour Mobile, spring
tables:
  - { table: events, kind: events, key: customer_id, event: kind, at: happened_at, arrived: loaded_at }
  - { table: consents, kind: consents, key: customer_id, channel: channel, state: status, yes: [granted], at: changed_at }
fields:
  # How old a value is, the events tell.
  - { field: data_left_pct, sensitivity: none, origin: observed, updated: { table: events, event: data_left_read, at: happened_at }, maxAge: 15m, by: head of CRM, at: 2026-11-20 }
  - { field: push_token, updated: { table: events, event: push_token_renewed, at: happened_at }, maxAge: 270d, by: app team, at: 2026-11-20 }
  - { field: postcode, updated: { table: events, event: postcode_given, at: happened_at }, maxAge: 1825d, by: head of CRM, at: 2026-11-20 }
  - { field: last_cell_location, sensitivity: special, origin: observed, updated: { table: events, event: mast_seen, at: happened_at }, by: data protection officer, at: 2026-11-20 }
  - { field: household_size, origin: acquired, updated: { table: events, event: household_size_bought, at: happened_at }, by: head of CRM, at: 2026-11-20 }
  - { field: household_income_band, origin: acquired, updated: { table: events, event: income_band_bought, at: happened_at }, by: head of CRM, at: 2026-11-20 }
  - { field: health_interest, sensitivity: special, origin: acquired, updated: { table: events, event: health_interest_bought, at: happened_at }, by: data protection officer, at: 2026-11-20 }
  - { field: complaint_text, sensitivity: special, origin: observed, by: data protection officer, at: 2026-11-20 }
  - { field: date_of_birth, origin: volunteered, by: head of CRM, at: 2026-11-20 }
goals:
  - key: keep-leavers
    name: Keep customers whose contract is ending
    from: churn-save
    audience: contract_end_date <= as_of + 60
    outcome: { field: churned, is: "Yes" }
    channels: [app-push, email]
    trigger: { field: contract_end_date, before: 30d }
    window: 24h
    until: 7d
    lookBack: 28d
    roles:
      key: customer_id
      address: { app-push: push_token, email: email }
      consent: { app-push: consent_push, email: consent_email }
    exchange: A plan that fits, and a month of double data
    basis: consent
    keep: 0.98
    keepFor: 400d
  - key: top-up-offer
    name: Top-up offer when data runs low
    outcome: { table: events, event: top_up, within: 30d }
    channels: [app-push]
    trigger: { table: events, event: low_balance, at: happened_at, arrived: loaded_at }
    window: 15m
    until: 2h
    lookBack: 28d
    quiet: 21:00-08:00
    roles:
      key: customer_id
      address: { app-push: push_token }
      consent: { app-push: consent_push }
      content: [data_left_pct]
    exchange: 500 MB free
    basis: consent
    keepFor: 90d
  - key: welcome
    name: Welcome to the app
    from: welcome
    channels: [app-push]
    trigger: { table: events, event: app_first_open, at: happened_at, arrived: loaded_at }
    window: 1h
    until: 1d
    lookBack: 28d
    roles:
      key: customer_id
      address: { app-push: push_token }
      consent: { app-push: consent_push }
      content: [full_name]
    exchange: A two-minute tour, and 200 MB to try it out
    basis: consent
    keepFor: 30d
decisions:
  - { field: gender, verdict: unused, by: head of CRM, at: 2026-11-20, reason: "We will not price by gender, and a neutral greeting does the job", reviewBy: 2027-11-20 }
  - { field: last_cell_location, verdict: unused, by: data protection officer, at: 2026-11-20, reason: "Nobody could say what we would tell customers we use it for", reviewBy: 2027-05-20 }
  - { goal: keep-leavers, field: date_of_birth, verdict: coarser, keepAs: 10-years, by: the workshop, at: 2026-11-23, reason: "An age band, worked out on the day. Nobody could say what a birthday would change", reviewBy: 2027-11-23 }
  - { goal: keep-leavers, field: postcode, verdict: coarser, keepAs: first-2, by: the workshop, at: 2026-11-23, reason: "The region is enough for store offers too", reviewBy: 2027-11-23 }
`;
