import { didYouMean } from '../../model/did-you-mean.ts';
import { GIVEN_TOKENS, TOKEN_NAMES } from '../../theme/tokens.ts';
import { placeOf } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';
import type { ThemeFacts } from '../theme-facts.ts';

const GIVEN = new Set(GIVEN_TOKENS.map(({ name }) => name));

/** Tokens that nobody reads are misspelled; a theme without a colour of its own cannot be given another. */
export const themeTokens: Rule<ThemeFacts> = defineRule({
  id: 'theme-token',
  severity: 'warning',
  about: 'unknown tokens, and accents without a brand colour',
  options: {},
  check({ css, declarations, sheet }, report) {
    for (const declaration of declarations) {
      const { name } = declaration;
      if (!/^--(?:deck|r)-/.test(name) || TOKEN_NAMES.includes(name)) continue;
      if (!GIVEN.has(name) && sheet.css.includes(`var(${name}`)) continue;
      const reason = GIVEN.has(name)
        ? `Token “${name}” is set by Lectern; read it with var(${name})`
        : `Unknown token “${name}”, which nothing reads${didYouMean(name, TOKEN_NAMES)}`;
      // What reveal.js's own themes set is read by reveal.js.
      if (name.startsWith('--r-') && /\.reveal\b/.test(css)) continue;
      report(reason, { place: placeOf(declaration) });
    }
    const accent = declarations.find(({ name, value }) => name === '--deck-accent' && !value.includes('--deck-brand'));
    if (accent && !declarations.some(({ name }) => name === '--deck-brand')) {
      const reason =
        '“--deck-accent” is set without “--deck-brand”, which sections and tones derive from; set --deck-brand on :root';
      report(reason, { place: placeOf(accent), kind: 'accent' });
    }
  },
});
