import type { CslStyle, StyleArea } from './csl-style.ts';
import type { CslItem } from './item.ts';
import type { Locale } from './locale.ts';
import type { Look, Run } from './runs.ts';
import type { XmlElement } from './xml-tree.ts';

/** The result of rendering an element of a style. */
export interface Rendered {
  runs: Run[];
  /** It would show a variable. */
  asked: boolean;
  /** A variable that it shows has a value. */
  filled: boolean;
}

export const NOTHING: Rendered = { runs: [], asked: false, filled: false };
/** A variable without a value. */
export const MISSING: Rendered = { runs: [], asked: true, filled: false };

/** Where a citation is among those of the same entry. */
export type CitePosition = 'first' | 'subsequent' | 'ibid' | 'ibid-with-locator';

/** Details that distinguish an entry from others with the same citation. */
export interface Distinction {
  /** Names shown beyond what the style has. */
  extraNames: number;
  /** How much of given names is shown. */
  given: 'none' | 'initials' | 'full';
  /** The one name whose given names are shown, counted from 0; `undefined` for all. */
  givenAt: number | undefined;
  /** Whether `disambiguate="true"` of the style holds. */
  condition: boolean;
  /** Letter behind the year. */
  yearSuffix: string;
}

export const NO_DISTINCTION: Distinction = {
  extraNames: 0,
  given: 'none',
  givenAt: undefined,
  condition: false,
  yearSuffix: '',
};

/** How often elements may be rendered for an entry or a citation: large styles take some hundred for one. */
export const MOST_STEPS = 20_000;
/** Elements that are nested deeper than this, macros counted in, never end. */
export const DEEPEST = 200;

/** Names that the style cannot be followed any further. */
export class StyleLimitError extends Error {
  override name = 'StyleLimitError';
}

/** All that rendering an entry depends on. */
export interface RenderContext {
  style: CslStyle;
  locale: Locale;
  area: StyleArea;
  /** Citations that are sorted, or entries of the list. */
  mode: 'citation' | 'bibliography' | 'sort';
  item: CslItem;
  /** Number of the entry in the list. */
  number: number;
  locator: string;
  /** The unit of the locator. */
  label: string;
  position: CitePosition;
  nearNote: boolean;
  distinction: Distinction;
  /** Text instead of the first names: nothing where the sentence has them, a dash for those of the entry before. */
  firstNamesAs: string | undefined;
  /** Names are in a sentence, where “and” is a word. */
  inSentence: boolean;
  /** Attributes that hold for names of a sort key. */
  sortNames: ReadonlyMap<string, string>;
  /** Renders an element. */
  render: (element: XmlElement, context: RenderContext) => Rendered;
  state: RenderState;
}

/** State while an entry is rendered. */
export interface RenderState {
  /** Variables that stood in for others. */
  substituted: Set<string>;
  /** Variables that what stands in for names has shown. */
  standIns: Set<string> | undefined;
  /** The first names as rendered; `undefined` before there are any. */
  firstNames: Run[] | undefined;
  yearSuffixDone: boolean;
  depth: number;
  /** Of the whole deck. */
  budget: { left: number };
}

/** Creates the state for another entry. */
export function newState(budget: RenderState['budget']): RenderState {
  return {
    substituted: new Set(),
    standIns: undefined,
    firstNames: undefined,
    yearSuffixDone: false,
    depth: 0,
    budget,
  };
}

/** Reads the formatting attributes of an element. */
export function lookOf({ attributes }: Pick<XmlElement, 'attributes'>): Look {
  const look: Look = {};
  const style = attributes.get('font-style');
  if (style !== undefined) look.italic = style !== 'normal';
  const weight = attributes.get('font-weight');
  if (weight !== undefined) look.bold = weight === 'bold';
  const variant = attributes.get('font-variant');
  if (variant !== undefined) look.smallCaps = variant === 'small-caps';
  const line = attributes.get('text-decoration');
  if (line !== undefined) look.underline = line === 'underline';
  const raised = attributes.get('vertical-align');
  if (raised === 'sup' || raised === 'sub' || raised === 'baseline') look.raised = raised;
  return look;
}
