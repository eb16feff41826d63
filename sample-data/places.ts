import { byShare, type Random } from "./random.ts";

export interface Region {
  /** the first two letters of its postcodes and masts */
  readonly letters: string;
  readonly name: string;
  readonly kind: "city" | "coast" | "country";
  readonly share: number;
}

export const regions: readonly Region[] = [
  { letters: "AK", name: "Ankerhaven", kind: "city", share: 0.16 },
  { letters: "BR", name: "Breitenfurt", kind: "city", share: 0.13 },
  { letters: "CO", name: "Cozona", kind: "city", share: 0.11 },
  { letters: "DU", name: "Dünenland", kind: "coast", share: 0.08 },
  { letters: "EL", name: "Elvira Bay", kind: "coast", share: 0.09 },
  { letters: "FJ", name: "Fjällvik", kind: "coast", share: 0.06 },
  { letters: "GR", name: "Grüntal", kind: "country", share: 0.08 },
  { letters: "HV", name: "Haute-Vallée", kind: "country", share: 0.08 },
  { letters: "KL", name: "Klášterec Hills", kind: "country", share: 0.07 },
  { letters: "LO", name: "Łomna", kind: "country", share: 0.06 },
  { letters: "MU", name: "Münsterau", kind: "coast", share: 0.05 },
  { letters: "NT", name: "Nortes", kind: "country", share: 0.03 },
];

export const drawRegion = byShare(regions.map((region) => [region, region.share]));

const streetLetters = "ABDEFGHJLNPQRSTUWXYZ";

/** Some 420 postcodes a region, written as "AK07 3D". */
export function drawPostcode(region: Region, random: Random): string {
  const district = random.integer(1, 22);
  const part = streetLetters.charAt((district * 7 + random.integer(0, 18)) % streetLetters.length);
  return `${region.letters}${String(district).padStart(2, "0")} ${1 + (district % 9)}${part}`;
}

/** About 100 masts a region; five in six last sightings are near home. */
export function drawMast(home: Region, random: Random): string {
  const region = random.chance(5 / 6) ? home : drawRegion(random);
  const mast = Math.floor(100.5 * random.next());
  return `${region.letters}-${String(mast + 1).padStart(4, "0")}`;
}
