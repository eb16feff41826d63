/** Of each answer of the outcome, this many records are the least to test on (method §2.7). */
export const leastOfEach = 100;
