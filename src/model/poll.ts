/** A poll as the deck asks it. */
export interface Poll {
  /** Unique in the deck. */
  id: string;
  /** Id of the slide that asks it. */
  slide: string;
  /** Plain text. */
  question: string;
  /** Plain texts. */
  choices: string[];
  /** The letter of each choice. */
  letters: string[];
  /** Several choices may be taken. */
  multiple: boolean;
  /** Ids of slides that show the results as soon as the audience sees them. */
  results: string[];
}

/** Answers to a poll of a talk that was given. */
export interface PollResults {
  id: string;
  question: string;
  choices: string[];
  /** For each choice. */
  counts: number[];
  /** How many have answered. */
  voters: number;
}

/** Tells whether sources can have polls. */
export function hasPolls(sources: readonly { toString: () => string }[]): boolean {
  return sources.some((source) => String(source).includes('::poll'));
}

/** How a choice did, as slides show it. */
export interface PollShare {
  /** The share of all answers, as CSS. */
  width: string;
  /** The same in words of a language. */
  text: string;
  /** No other has more. */
  most: boolean;
}

/** Returns how each choice did. */
export function pollShares(counts: readonly number[], voters: number, lang: string): PollShare[] {
  const format = new Intl.NumberFormat(latinDigits(lang), { style: 'percent' });
  const highest = Math.max(...counts);
  return counts.map((count) => {
    const share = voters === 0 ? 0 : Math.min(1, count / voters);
    return {
      width: `${Math.round(share * 1000) / 10}%`,
      text: format.format(share),
      most: count > 0 && count === highest,
    };
  });
}

/** Figures on slides are Latin, in charts as well. */
function latinDigits(lang: string): string {
  try {
    return new Intl.Locale(lang, { numberingSystem: 'latn' }).toString();
  } catch {
    return 'en';
  }
}
