/** Where a command writes. Progress is shown on a terminal only, so that logs and pipes stay clean. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly showsProgress: boolean;
}
