/** A value or a combination held by fewer customers than this is never printed with its value. */
export const smallestGroup = 5;
