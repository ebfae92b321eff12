/** What has to be scaled down further than this is too much for one slide. */
export const FIT_FLOOR = 0.5;

/** What is scaled down further than this is hard to read from the last row: 28 px become 21. */
export const LEGIBLE = 0.75;

/** Nobody sees that a slide was scaled down by less than this. */
export const NOTICEABLE = 0.95;
