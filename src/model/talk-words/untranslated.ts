/** Texts that wait for their translations: they move to the files beside this one, in all languages at once. */
export const UNTRANSLATED = {
  reading: 'Reading view',
  showJoin: 'Show how to join',
  hideJoin: 'Hide how to join',
  joinAt: 'Join in: scan the code, or open',
  confirmReset: 'Delete all answers to this poll?',
};
