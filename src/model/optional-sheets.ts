/** Style sheets that only decks have which show what they are for. */
export const OPTIONAL_SHEETS = ['lecture', 'drawings', 'panels', 'components'] as const;
export type OptionalSheet = (typeof OPTIONAL_SHEETS)[number];

/** The sheets by classes of elements. */
export const SHEET_OF_CLASS: ReadonlyMap<unknown, OptionalSheet> = new Map([
  ...['theorem', 'algorithm', 'table-figure', 'caption-number', 'ref'].map((name) => [name, 'lecture'] as const),
  ...['drawing', 'math', 'inline-math', 'katex', 'katex-display'].map((name) => [name, 'drawings'] as const),
  ['scrim', 'panels'] as const,
]);
