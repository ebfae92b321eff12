/** The theme of Lectern that is nearest to Marp’s own. */
export const NEAREST_THEME = 'ledger';

/** Themes that come with Marp, and the colour behind their slides where it is not that of the nearest theme. */
export const OWN_THEMES: ReadonlyMap<string, string | undefined> = new Map([
  ['default', undefined],
  ['gaia', '#fff8e1'],
  ['uncover', undefined],
]);
