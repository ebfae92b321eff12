export const FINE = 0;
/** A deck has errors. */
export const DECK_ERRORS = 1;
/** The call or the environment is wrong. */
export const USAGE = 2;
