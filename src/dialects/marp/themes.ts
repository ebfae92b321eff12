/** The theme that is nearest to one of Marp's. */
export const NEAREST_THEMES: ReadonlyMap<string, string> = new Map([
  ['default', 'folio'],
  ['gaia', 'ledger'],
  ['uncover', 'folio'],
]);
