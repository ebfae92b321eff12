/** Texts that wait for their translations: they move to the files beside this one, in all languages at once. */
export const UNTRANSLATED = {};
