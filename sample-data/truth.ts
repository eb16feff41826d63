export interface Truth {
  readonly seed: number;
}

export function tellTruth({ seed }: { readonly seed: number; readonly [part: string]: unknown }): Truth {
  return { seed };
}
