/** Says the latest text, at most once in so many milliseconds; the same text only once. */
export function atMostEvery(quietMs: number, say: (text: string) => void): (text: string) => void {
  let said = "";
  let latest = "";
  let timer: number | undefined;
  const speak = () => {
    timer = undefined;
    if (latest === said) return;
    said = latest;
    say(latest);
    timer = window.setTimeout(speak, quietMs);
  };
  return (text) => {
    latest = text;
    if (timer === undefined) speak();
  };
}
