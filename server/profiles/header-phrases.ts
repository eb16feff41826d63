import { dealingPhrases } from "./dealing-phrases.ts";
import { personPhrases } from "./person-phrases.ts";

/**
 * The words by which fields are named in exports, in English, German, French, Spanish and Dutch, without articles and
 * accents. A phrase counts where the name ends with it: email_verified is not an email address. Of two phrases of the
 * same length the first in the list counts.
 */
export const headerPhrases = [...personPhrases, ...dealingPhrases];
