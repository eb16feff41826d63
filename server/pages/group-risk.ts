import { customersTable } from "../datasets/dataset.ts";
import type { Job } from "../jobs/jobs.ts";
import { resultKey } from "../jobs/result-key.ts";
import { countGroups } from "../profiles/count-groups.ts";
import { identifyingFields } from "../profiles/identifying-fields.ts";
import { levelsOf } from "../profiles/levels-of.ts";
import { meaningOf } from "../profiles/meanings.ts";
import type { Dataset, FieldProfile, Risk } from "../vocabulary.ts";
import type { ProfiledDataset } from "./open-dataset.ts";
import type { Site } from "./site.ts";
import { soon } from "./soon.ts";

/** Who all identifying fields together single out; null while it is still being counted. */
export async function groupRisk(site: Site, { dataset, profiles }: ProfiledDataset): Promise<Risk | null> {
  const risk = await soon(await countIdentified(site, dataset, profiles));
  return "result" in risk ? risk.result : null;
}

export function countIdentified(
  { workbench }: Site,
  dataset: Dataset,
  profiles: readonly FieldProfile[],
): Promise<Risk | Job<Risk>> {
  const { jobs, database, version } = workbench;
  const fields = identifyingFields(profiles).filter(({ table }) => table === customersTable(dataset).name);
  const key = resultKey("group-risk", version, dataset.fingerprint, fields);
  return jobs.result("Counting who can be singled out", key, ({ signal }) =>
    countGroups(database, dataset, fields, { signal }),
  );
}

export interface LevelRisk {
  /** null is the exact value; "drop" leaves the field out */
  readonly level: string | null;
  readonly label: string;
  readonly alone: number;
  /** beside the field that singles out most by itself; null where there is no other */
  readonly beside: number | null;
}

export interface LevelRisks {
  /** the label of the field beside */
  readonly partner: string | null;
  readonly levels: readonly LevelRisk[];
}

/** Who a field of the customers table singles out at each of its levels; null where it has none, or while it is counted. */
export async function levelRisks(
  site: Site,
  { dataset, profiles }: ProfiledDataset,
  profile: FieldProfile,
  patience?: number,
): Promise<LevelRisks | null> {
  const { jobs, database, version } = site.workbench;
  const levels = levelsOf(profile);
  if (profile.table !== customersTable(dataset).name || meaningOf(profile.meaning).direct || !levels.length)
    return null;
  const partner = strongestBeside(profiles, profile);
  const names = levels.map((level) => level.key);
  const key = resultKey("level-risks", version, dataset.fingerprint, profile.name, names, partner?.name);
  const share = async (fields: Parameters<typeof countGroups>[2]) =>
    (await countGroups(database, dataset, fields)).singledOutShare;
  const risks = await soon(
    await jobs.result("Counting who a field singles out", key, async (): Promise<LevelRisks> => {
      const counted: LevelRisk[] = [];
      for (const level of [null, ...levels]) {
        const own = level ? { field: profile.name, level } : { field: profile.name };
        const beside = partner ? await share([own, { field: partner.name }]) : null;
        counted.push({
          level: level?.key ?? null,
          label: level?.label ?? "Exact value",
          alone: await share([own]),
          beside,
        });
      }
      const without = partner ? await share([{ field: partner.name }]) : null;
      counted.push({ level: "drop", label: "Leave it out", alone: 0, beside: without });
      return { partner: partner?.label ?? null, levels: counted };
    }),
    { method: "GET" },
    patience,
  );
  return "result" in risks ? risks.result : null;
}

function strongestBeside(profiles: readonly FieldProfile[], profile: FieldProfile): FieldProfile | null {
  const fields = identifyingFields(profiles);
  const others = profiles.filter(
    ({ table, name }) =>
      table === profile.table &&
      name !== profile.name &&
      fields.some((one) => one.table === table && one.field === name),
  );
  return others.sort((a, b) => b.singledOutAlone - a.singledOutAlone || (a.name < b.name ? -1 : 1))[0] ?? null;
}
