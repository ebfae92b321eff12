import { isPlainColour, toneOn } from '../../model/colours.ts';
import type { DialectSource, FrontEntry } from '../../model/dialect.ts';
import { groundOf } from '../common/deck-look.ts';

/** Variables of Quarto's themes that are colours, and the declarations that they become on slides. */
const COLOURS: readonly [names: readonly string[], declarations: (colour: string) => string][] = [
  [['body-bg', 'backgroundColor'], groundOf],
  [['body-color', 'mainColor'], (colour) => `color: ${colour}; --r-main-color: ${colour}`],
  [['presentation-heading-color', 'headingColor'], (colour) => `--r-heading-color: ${colour}`],
  [['link-color', 'linkColor', 'primary'], (colour) => `--r-link-color: ${colour}`],
];

const VARIABLE = /^\$([\w-]{1,60}):([^;\n]{1,200});/gm;

/**
 * Reads the colours in the variables of style sheets in Sass, as in `$body-bg: navy;`, and returns them as CSS. A dark
 * background takes a dark theme. What else such a sheet says is lost.
 */
export async function sassColours(
  names: readonly string[],
  entry: FrontEntry,
  { files, front, report, included }: DialectSource,
): Promise<string> {
  const variables = new Map<string, string>();
  for (const name of included ? [] : names) {
    const file = await files.text(name);
    if ('problem' in file) continue;
    for (const [, key = '', value = ''] of String(file).matchAll(VARIABLE))
      variables.set(key, value.replace(/!default[ \t]{0,9}$/, '').trim());
  }
  const colourOf = (key: string): string | undefined => {
    const value = variables.get(key) ?? '';
    const colour = value.startsWith('$') ? (variables.get(value.slice(1)) ?? '') : value;
    return isPlainColour(colour) ? colour : undefined;
  };
  const found = COLOURS.flatMap(([keys, declarations]) => {
    const colour = keys.map(colourOf).find((one) => one !== undefined);
    return colour === undefined ? [] : [declarations(colour)];
  });
  const what = `theme: ${names.join(', ')}`;
  if (found.length === 0) {
    const advice =
      'its style sheet does not fit Lectern’s slides; choose a Lectern theme, or put colours and fonts in _brand.yml';
    report('lost', entry, { what, advice });
    return '';
  }
  const ground = ['body-bg', 'backgroundColor'].map(colourOf).find((one) => one !== undefined);
  if (ground !== undefined && toneOn(ground) === 'dark') front.set('theme', 'nocturne');
  report('changed', entry, { what, advice: 'the colours of its variables, in “style”; its other rules are left out' });
  return `.slide:not([data-tone]) { ${found.join('; ')} }\n`;
}
