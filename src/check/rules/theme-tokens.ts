import { didYouMean } from '../../model/did-you-mean.ts';
import { GIVEN_TOKENS, TOKEN_NAMES } from '../../theme/tokens.ts';
import { warnAt } from '../warn-at.ts';
import type { ThemeRule } from '../theme-facts.ts';

const GIVEN = new Set(GIVEN_TOKENS.map(({ name }) => name));

/** Tokens that nobody reads are misspelled; a theme without a colour of its own cannot be given another. */
export const themeTokens: ThemeRule = ({ file, css, declarations }) => {
  for (const { name, line, column } of declarations) {
    if (!/^--(?:deck|r)-/.test(name) || TOKEN_NAMES.includes(name) || css.includes(`var(${name}`)) continue;
    const reason = GIVEN.has(name)
      ? `Unexpected token “${name}”: Lectern sets it itself; read it with var(${name})`
      : `Unexpected token “${name}”, which nothing reads${didYouMean(name, TOKEN_NAMES)}`;
    // What reveal.js's own themes set is read by reveal.js.
    if (name.startsWith('--r-') && /\.reveal\b/.test(css)) continue;
    warnAt(file, reason, { place: { line, column }, ruleId: 'theme-token' });
  }
  const accent = declarations.find(({ name, value }) => name === '--deck-accent' && !value.includes('--deck-brand'));
  if (accent && !declarations.some(({ name }) => name === '--deck-brand')) {
    const reason =
      'Unexpected “--deck-accent” without a “--deck-brand”: sections and tones follow from the brand; set it on :root';
    warnAt(file, reason, { place: accent, ruleId: 'theme-token' });
  }
};
