/** Words of questions about slides: which say nothing, which mean the same, and how they end. */

export const WORD_ENDS: RegExp = /[\s\p{Z}\p{P}]+/u;

/** Words of questions that say nothing about their topic. */
const EMPTY: ReadonlySet<string> = new Set(
  'a ability able add allow allowed an and any are as at be been being by can cannot create could did do does doesn don during enable for from get has have having help how i if in insert into is isn it its let like make me mean my need not of on or please possible possibility put s should so some specify t than that the their them then there these they this those to use using want was way ways we were what when where whether which while why will wish with wondering would you your'.split(
    ' ',
  ),
);

/** Words that most pages have, or that say how many. A section without them may still be the answer. */
const LIGHT: ReadonlySet<string> = new Set(
  'all automatic automatically between broken bug certain change correct deck default different display each entire error every fail feature fix individual issue lectern markdown message one option other particular presentation problem proper properly same show single slide specific support talk trouble warning whole work working wrong'
    .split(' ')
    .map(stemOf),
);

/** Words that people bring from other tools, and Lectern’s own. */
const SAME_WORDS: readonly [theirs: string, ours: string][] = [
  ['fragment', 'step'],
  ['animation', 'steps'],
  ['pptx', 'powerpoint'],
  ['export', 'output'],
  ['picture', 'image'],
  ['photo', 'image'],
  ['movie', 'video'],
  ['film', 'video'],
  ['youtube', 'video'],
  ['latex', 'formula'],
  ['math', 'formulas'],
  ['equation', 'formula'],
  ['color', 'colour'],
  ['pagination', 'paginate'],
  ['overflow', 'full'],
  ['printing', 'print'],
  ['bibtex', 'bibliography'],
  ['references', 'citations'],
  ['watch', 'reload'],
  ['hot', 'reload'],
  ['toc', 'agenda'],
  ['mode', 'tone'],
  ['center', 'layout'],
  ['q', 'questions'],
  ['particular', 'one'],
  ['specific', 'one'],
  ['single', 'one'],
  ['certain', 'one'],
  ['individual', 'one'],
  ['every', 'all'],
  ['each', 'all'],
  ['whole', 'all'],
  ['entire', 'all'],
  ['modify', 'change'],
  ['adjust', 'change'],
  ['customize', 'own'],
  ['customise', 'own'],
  ['customizable', 'own'],
  ['customization', 'own'],
  ['customisation', 'own'],
  ['delete', 'remove'],
  ['display', 'show'],
  ['enlarge', 'larger'],
  ['folder', 'directory'],
  ['grey', 'gray'],
  ['convert', 'import'],
  ['launch', 'present'],
  ['host', 'publish'],
  ['deploy', 'publish'],
  ['custom', 'own'],
  ['thumbnail', 'overview'],
  ['ipad', 'tablet'],
  ['mobile', 'phone'],
  ['smartphone', 'phone'],
  ['monitor', 'screen'],
  ['presenter', 'speaker'],
  ['slideshow', 'presentation'],
  ['chapter', 'section'],
  ['outline', 'agenda'],
  ['wallpaper', 'background'],
  ['typeface', 'font'],
  ['hyperlink', 'link'],
  ['annotate', 'draw'],
  ['whiteboard', 'draw'],
  ['countdown', 'timer'],
  ['stopwatch', 'timer'],
  ['bigger', 'larger'],
  ['centre', 'layout'],
  ['music', 'audio'],
];

const SAME: ReadonlyMap<string, string> = new Map(SAME_WORDS.map(([theirs, ours]) => [stemOf(theirs), ours]));

/** Where names of options such as `slideNumber` have their next word. */
const OPTION_WORDS = /(?<=\b[a-z]{3,30})[A-Z](?=[a-z])/g;

/** Splits a question into its words, without those that say nothing about its topic. */
export function wordsOf(question: string): string[] {
  return question
    .replaceAll(OPTION_WORDS, ' $&')
    .toLowerCase()
    .split(WORD_ENDS)
    .filter((word) => word !== '' && !isEmpty(word));
}

export function isEmpty(word: string): boolean {
  return EMPTY.has(word);
}

/** Tells whether most pages have a word, so that it counts less. */
export function isLight(word: string): boolean {
  return LIGHT.has(stemOf(word));
}

/** Returns a word, and how Lectern says it. */
export function sameWords(word: string): string[] {
  const same = SAME.get(stemOf(word));
  return same === undefined ? [word] : [word, same];
}

/** Returns the beginning of a word as Lectern says it, so that words can be compared. */
export function ourStem(word: string): string {
  const stem = stemOf(word);
  return stemOf(SAME.get(stem) ?? stem);
}

/**
 * Takes an English ending off a word, so that “transitions” and “centered” find “transition” and “center”. What is left
 * is a beginning of the word, which is marked in texts.
 */
export function stemOf(word: string): string {
  const [, stem] = /^(.{3,}?)(?:ings?|ed|es|s|e)$/u.exec(word) ?? [];
  if (stem === undefined || word.endsWith('ss')) return word;
  return /([bdgmnprt])\1$/u.test(stem) ? stem.slice(0, -1) : stem;
}
