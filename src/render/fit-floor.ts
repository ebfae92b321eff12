/** No slide is scaled down further than this: what needs more is too much for one slide. */
export const FIT_FLOOR = 0.5;
