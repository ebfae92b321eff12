/** Words that Lectern itself puts on slides or reads out, by language. */
export interface UiWords {
  footnotes: string;
  cover: string;
  /** Name of the region that holds the slides. */
  slides: string;
}

const ENGLISH: UiWords = { footnotes: 'Footnotes', cover: 'cover', slides: 'Slides' };

const WORDS: Record<string, UiWords> = {
  de: { footnotes: 'Fußnoten', cover: 'titel', slides: 'Folien' },
  fr: { footnotes: 'Notes de bas de page', cover: 'couverture', slides: 'Diapositives' },
  es: { footnotes: 'Notas al pie', cover: 'portada', slides: 'Diapositivas' },
};

/** English where a language has no words yet. */
export function uiWords(lang: string): UiWords {
  const base = lang.split('-', 1)[0]?.toLowerCase() ?? 'en';
  return WORDS[base] ?? ENGLISH;
}
