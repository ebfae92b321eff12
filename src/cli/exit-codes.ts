export const FINE = 0;
/** A deck has errors. */
export const DECK_ERRORS = 1;
/** Usage or environment error. */
export const USAGE = 2;
