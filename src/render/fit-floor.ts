/** No slide is scaled down further than this: what needs more is too much for one slide. */
export const FIT_FLOOR = 0.5;

/** What is scaled down further than this is hard to read from the last row: 28 px become 21. */
export const LEGIBLE = 0.75;
