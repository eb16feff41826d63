import { UserError } from "../errors.ts";
import type { Treatment } from "../vocabulary.ts";

/** What `--treatment` asks for: FIELD=VALUE, split at the first `=`. Throws UserError for anything else. */
export function parseTreatment(text: string): Treatment {
  const equals = text.indexOf("=");
  const [field, is] = [text.slice(0, Math.max(0, equals)).trim(), text.slice(equals + 1)];
  if (equals < 0 || !field || !is.trim()) {
    throw new UserError(
      "--treatment names a field and the value of those who got the offer, as in --treatment coupon=sent.",
    );
  }
  return { field, is };
}
