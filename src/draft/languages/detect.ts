import { english } from './en.ts';
import { french } from './fr.ts';
import { german } from './de.ts';
import { japanese } from './ja.ts';
import type { Language } from './language.ts';
import { spanish } from './es.ts';

const KNOWN: readonly Language[] = [english, german, french, spanish, japanese];

/** A language of which nothing is known: its texts are drafted by their structure alone. */
function unknownLanguage(code: string): Language {
  const none = new Set<string>();
  return {
    code,
    stopwords: none,
    abbreviations: none,
    coordinators: none,
    connectives: [],
    examples: [],
    past: [],
    present: [],
    adversatives: [],
    concessives: [],
    steps: { first: [], next: [], last: [] },
    conclusions: [],
    relatives: none,
    complements: none,
    additions: [],
    settings: [],
    infinitives: undefined,
    limits: none,
    pronouns: none,
    speech: none,
    determiners: none,
    prepositions: none,
    verbs: none,
  };
}

/** Letters of the text that tell its language. */
const SAMPLE = 20_000;
/** Every sixth word of a text in a known language is one of its frequent ones. */
const SHARE = 1 / 6;
const LATIN = /\p{Script=Latin}/gu;

/** Returns what is known of a language by its tag; a language that is not known has nothing but its name. */
export function languageOf(tag: string): Language {
  const base = tag.split('-', 1)[0]?.toLowerCase() ?? '';
  return KNOWN.find(({ code }) => code === base) ?? unknownLanguage(tag);
}

/** Tells the language of a text by its frequent words. */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if ((sample.match(/[\u3040-\u30ff]/g)?.length ?? 0) > letters / 10) return japanese;
  if ((sample.match(LATIN)?.length ?? 0) < letters / 2) return unknownLanguage('und');
  const list = sample.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
  const scores = KNOWN.map((language) => ({
    language,
    share: list.filter((word) => language.stopwords.has(word)).length / Math.max(1, list.length),
  }));
  const best = scores.toSorted((a, b) => b.share - a.share)[0];
  return best && best.share >= SHARE ? best.language : list.length < 12 ? english : unknownLanguage('und');
}
