/** Buckets of a quarter octave, from a microsecond up: no quantile is off by more than 19 %, and always upwards. */
const perOctave = 4;
const buckets = 40 * perOctave;

/** A histogram of how long decisions took. */
export class Latencies {
  readonly #counts = new Float64Array(buckets);
  #all = 0;
  #longest = 0;

  /** So many decisions that took so many milliseconds each, at most. */
  add(milliseconds: number, decisions: number): void {
    if (decisions === 0) return;
    const octaves = Math.log2(Math.max(1, milliseconds * 1000));
    this.#counts[Math.min(buckets - 1, Math.ceil(octaves * perOctave))]! += decisions;
    this.#all += decisions;
    this.#longest = Math.max(this.#longest, milliseconds);
  }

  get decisions(): number {
    return this.#all;
  }

  /** Milliseconds; null before the first decision. */
  get longest(): number | null {
    return this.#all ? this.#longest : null;
  }

  /** The upper end of the bucket in which the quantile lies, in milliseconds; null before the first decision. */
  quantile(share: number): number | null {
    if (this.#all === 0) return null;
    let rest = Math.ceil(share * this.#all);
    const bucket = this.#counts.findIndex((count) => {
      rest -= count;
      return rest <= 0;
    });
    return Math.min(this.#longest, 2 ** (bucket / perOctave) / 1000);
  }
}
