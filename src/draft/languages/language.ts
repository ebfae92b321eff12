/** Words of a language for recognisers. Words are in lower case; several words are joined by a space. */
export interface Language {
  code: string;
  /** Frequent words that say nothing of a topic; they also tell languages apart. */
  stopwords: ReadonlySet<string>;
  /** Words with a dot that ends no sentence, without the dot. */
  abbreviations: ReadonlySet<string>;
  /** Join the last item of an enumeration. */
  coordinators: ReadonlySet<string>;
  /** Begin a sentence and join it to what came before. */
  connectives: readonly string[];
  /** Begin a sentence that gives an example. */
  examples: readonly string[];
  /** Say when something was so, and when it is. */
  past: readonly string[];
  present: readonly string[];
  /** Begin the second half of a contrast. */
  adversatives: readonly string[];
  /** Begin a clause that concedes something. */
  concessives: readonly string[];
  /** Begin steps: the first, those between, the last. */
  steps: { first: readonly string[]; next: readonly string[]; last: readonly string[] };
  /** Titles of sections that conclude, and words that conclude a text. */
  conclusions: readonly string[];
  /** Begin or make a condition, an exception, a comparison, a doubt or a source: left out, they change what is said. */
  limits: ReadonlySet<string>;
  /** Begin a relative clause, or a clause that gives a reason, behind a comma. */
  relatives: ReadonlySet<string>;
  /** Begin a purpose, a reason or a time behind a clause that is whole without it. */
  additions: readonly string[];
  /** Begin a phrase or a clause before the main one, which says the same without it. */
  settings: readonly string[];
  /** The word before a verb that says what for, the endings of such verbs, and those of participles. */
  infinitives: { before: string; ending: RegExp; participle: RegExp } | undefined;
  /** Begin a clause that the words before it need: “they ask whether …”. */
  complements: ReadonlySet<string>;
  /** Pronouns at the start of a sentence that stand for something before it. */
  pronouns: ReadonlySet<string>;
  /** Verbs of speech, for quotations. */
  speech: ReadonlySet<string>;
  /** Words before a noun phrase. */
  determiners: ReadonlySet<string>;
  prepositions: ReadonlySet<string>;
  /** Finite verbs that everybody uses; auxiliaries among them. */
  verbs: ReadonlySet<string>;
}

/** Makes a set of words that are written with blanks between them. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** Makes a list of phrases that are written with commas between them. */
export function phrases(list: string): readonly string[] {
  return list.split(',').map((phrase) => phrase.trim().replaceAll(/\s+/g, ' '));
}
