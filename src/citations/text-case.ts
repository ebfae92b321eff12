import type { Run } from './runs.ts';

/** Words that titles in English keep small, unless they come first or last. */
const SMALL = new Set(
  'a an and as at but by down for from in into nor of on onto or over so the till to up via with yet v. vs. et al de la le von van'.split(
    ' ',
  ),
);

/** Changes the case of runs as an attribute `text-case` says; runs of fixed case stay. */
export function withCase(runs: readonly Run[], form: string | undefined, english: boolean): Run[] {
  if (form === undefined) return [...runs];
  if (form === 'lowercase') return mapped(runs, (text) => text.toLowerCase());
  if (form === 'uppercase') return mapped(runs, (text) => text.toUpperCase());
  if (form === 'capitalize-first') return firstUp(runs);
  if (form === 'capitalize-all') return mapped(runs, (text) => text.replace(/(^|\s)(\p{Ll})/gu, raised));
  // Titles in other languages keep their case.
  if (form === 'title' && english) return titleCase(runs);
  if (form === 'sentence' && english) return sentenceCase(runs);
  return [...runs];
}

function mapped(runs: readonly Run[], change: (text: string) => string): Run[] {
  return runs.map((run) => (run.fixedCase ? run : { ...run, text: change(run.text) }));
}

function raised(_: string, before: string, letter: string): string {
  return before + letter.toUpperCase();
}

function firstUp(runs: readonly Run[]): Run[] {
  const first = runs.findIndex(({ text }) => /\S/.test(text));
  return runs.map((run, index) =>
    index !== first || run.fixedCase
      ? run
      : { ...run, text: run.text.replace(/^([^\p{L}\p{N}]*)(\p{Ll})(?!\p{Lu})/u, raised) },
  );
}

function titleCase(runs: readonly Run[]): Run[] {
  const words = runs.map(({ text }) => text.split(/(\s+)/));
  const whole = words.flat().filter((word) => /\p{L}/u.test(word));
  let seen = 0;
  let opens = true;
  return runs.map((run, index) => {
    const parts = (words[index] ?? []).map((word) => {
      if (!/\p{L}/u.test(word)) return word;
      seen += 1;
      const frame = opens || seen === whole.length;
      opens = /[:?!.]$/.test(word) && !SMALL.has(word);
      // A word that has capitals already is written as it is meant.
      if (run.fixedCase || /\p{Lu}/u.test(word.slice(1))) return word;
      if (!frame && SMALL.has(word.toLowerCase())) return word.toLowerCase();
      return word.replace(/^([^\p{L}\p{N}]*)(\p{Ll})/u, raised);
    });
    return { ...run, text: parts.join('') };
  });
}

function sentenceCase(runs: readonly Run[]): Run[] {
  const letters = runs.map(({ text }) => text).join('');
  const loud = letters === letters.toUpperCase();
  let opens = true;
  const lowered = runs.map((run) => {
    const text = run.text.replace(/\S+/g, (word) => {
      const first = opens;
      opens = /[:?!]$/.test(word);
      if (run.fixedCase || first) return word;
      return loud || /^[^\p{L}]*\p{Lu}[\p{Ll}\P{L}]*$/u.test(word) ? word.toLowerCase() : word;
    });
    return { ...run, text };
  });
  return firstUp(lowered);
}
