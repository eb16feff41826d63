/** With fewer of either answer dated, those could not speak for the others. */
export const leastDated = 0.8;
