type Query = Readonly<Record<string, string | number | null | undefined>>;

/**
 * The only place where a path is spelled. Called with `":dataset"` a function gives the pattern of its route,
 * called with a slug the address of a page. Slugs are [a-z0-9-], so a twin like `.json` cannot clash with one.
 */
export const urls = {
  home: () => "/",
  theme: () => "/theme",
  helpNumbers: () => "/help/numbers",
  helpKeys: () => "/help/keys",

  sample: () => "/sample",
  uploads: () => "/uploads",
  upload: (upload: string, query?: Query) => withQuery(`/uploads/${upload}`, query),
  uploadFiles: (upload: string, query?: Query) => withQuery(`/uploads/${upload}/files`, query),
  uploadLoad: (upload: string) => `/uploads/${upload}/load`,

  job: (job: string, query?: Query) => withQuery(`/jobs/${job}`, query),
  jobEvents: (job: string) => `/jobs/${job}/events`,
  jobCancel: (job: string, query?: Query) => withQuery(`/jobs/${job}/cancel`, query),

  dataset: (dataset: string) => `/datasets/${dataset}`,
  forget: (dataset: string) => `/datasets/${dataset}/forget`,
  fields: (dataset: string, query?: Query) => withQuery(`/datasets/${dataset}/fields`, query),
  field: (dataset: string, table: string, slug: string, query?: Query) =>
    withQuery(`/datasets/${dataset}/tables/${table}/fields/${slug}`, query),
  rejects: (dataset: string, table: string) => `/datasets/${dataset}/tables/${table}/rejects`,

  goals: (dataset: string, query?: Query) => withQuery(`/datasets/${dataset}/goals`, query),
  newGoal: (dataset: string, query?: Query) => withQuery(`/datasets/${dataset}/goals/new`, query),
  goal: (dataset: string, goal: string) => `/datasets/${dataset}/goals/${goal}`,
  deleteGoal: (dataset: string, goal: string) => `/datasets/${dataset}/goals/${goal}/delete`,
  editGoal: (dataset: string, goal: string) => `/datasets/${dataset}/goals/${goal}/edit`,
  board: (dataset: string, goal: string, query?: Query) => withQuery(`/datasets/${dataset}/goals/${goal}/board`, query),
  boardField: (dataset: string, goal: string, field: string, query?: Query) =>
    withQuery(`/datasets/${dataset}/goals/${goal}/board/${field}`, query),
  sortingEvents: (dataset: string, goal: string, job: string) =>
    `/datasets/${dataset}/goals/${goal}/sorting/${job}/events`,
  answer: (dataset: string, goal: string, field: string) => `/datasets/${dataset}/goals/${goal}/board/${field}/answer`,
  undo: (dataset: string, goal: string) => `/datasets/${dataset}/goals/${goal}/undo`,
  actionability: (dataset: string, goal: string, query?: Query) =>
    withQuery(`/datasets/${dataset}/goals/${goal}/actionability`, query),
  rehearsal: (dataset: string, goal: string) => `/datasets/${dataset}/goals/${goal}/rehearsal`,
  rehearsalRun: (dataset: string, goal: string, run: string) => `/datasets/${dataset}/goals/${goal}/rehearsal/${run}`,
  rehearsalEvents: (dataset: string, goal: string, run: string) =>
    `/datasets/${dataset}/goals/${goal}/rehearsal/${run}/events`,

  matrix: (dataset: string, query?: Query) => withQuery(`/datasets/${dataset}/matrix`, query),
  reports: (dataset: string) => `/datasets/${dataset}/reports`,
  minimization: (dataset: string) => `/datasets/${dataset}/reports/minimization`,
  decisions: (dataset: string) => `/datasets/${dataset}/decisions`,
  loadStrategy: (dataset: string) => `/datasets/${dataset}/strategy`,
  strategy: (dataset: string) => `/datasets/${dataset}/strategy.yaml`,
} as const;

/** The same content as a file: `.json` for every result page, `.csv` for lists, `.md` for reports. */
export function twin(path: string, ending: "json" | "csv" | "md" | "html"): string {
  const [plain = "", query] = path.split("?");
  return `${plain}.${ending}${query === undefined ? "" : `?${query}`}`;
}

/** A path of ours to go back to, or null for anything that leads elsewhere. */
export function localPath(path: unknown): string | null {
  return typeof path === "string" && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : null;
}

function withQuery(path: string, query: Query = {}): string {
  const filled = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value != null) filled.set(name, String(value));
  return filled.size ? `${path}?${filled}` : path;
}
