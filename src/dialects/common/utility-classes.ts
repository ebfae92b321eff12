/** Declarations of classes of Tailwind CSS and UnoCSS: a deck does not contain their style sheets. */
const EXACT: ReadonlyMap<string, string> = new Map([
  ['grid', 'display:grid'],
  ['flex', 'display:flex'],
  ['inline-flex', 'display:inline-flex'],
  ['inline-block', 'display:inline-block'],
  ['block', 'display:block'],
  ['flex-col', 'flex-direction:column'],
  ['flex-row', 'flex-direction:row'],
  ['flex-wrap', 'flex-wrap:wrap'],
  ['flex-1', 'flex:1'],
  ['flex-auto', 'flex:auto'],
  ['grow', 'flex-grow:1'],
  ['items-center', 'align-items:center'],
  ['items-start', 'align-items:flex-start'],
  ['items-end', 'align-items:flex-end'],
  ['justify-center', 'justify-content:center'],
  ['justify-between', 'justify-content:space-between'],
  ['justify-around', 'justify-content:space-around'],
  ['justify-end', 'justify-content:flex-end'],
  ['place-items-center', 'place-items:center'],
  ['place-content-center', 'place-content:center'],
  ['text-center', 'text-align:center'],
  ['text-left', 'text-align:left'],
  ['text-right', 'text-align:right'],
  ['font-bold', 'font-weight:700'],
  ['font-semibold', 'font-weight:600'],
  ['bold', 'font-weight:700'],
  ['italic', 'font-style:italic'],
  ['underline', 'text-decoration:underline'],
  ['line-through', 'text-decoration:line-through'],
  ['uppercase', 'text-transform:uppercase'],
  ['font-mono', 'font-family:var(--r-code-font)'],
  ['whitespace-nowrap', 'white-space:nowrap'],
  ['relative', 'position:relative'],
  ['absolute', 'position:absolute'],
  ['abs-br', 'position:absolute;right:0;bottom:0'],
  ['abs-bl', 'position:absolute;left:0;bottom:0'],
  ['abs-tr', 'position:absolute;right:0;top:0'],
  ['abs-tl', 'position:absolute;left:0;top:0'],
  ['inset-0', 'inset:0'],
  ['mx-auto', 'margin-inline:auto'],
  ['m-auto', 'margin:auto'],
  ['ma', 'margin:auto'],
  ['ml-auto', 'margin-left:auto'],
  ['w-full', 'width:100%'],
  ['h-full', 'height:100%'],
  ['w-auto', 'width:auto'],
  ['rounded', 'border-radius:0.25em'],
  ['rounded-lg', 'border-radius:0.5em'],
  ['rounded-xl', 'border-radius:0.75em'],
  ['rounded-full', 'border-radius:50%'],
  ['border', 'border:1px solid'],
  ['object-cover', 'object-fit:cover'],
  ['object-contain', 'object-fit:contain'],
  ['float-right', 'float:right'],
  ['float-left', 'float:left'],
  ['columns-2', 'columns:2'],
]);

/** Relative to the text of a slide, which is larger here. */
const TEXT_SIZES: ReadonlyMap<string, string> = new Map([
  ['xs', '0.7em'],
  ['sm', '0.8em'],
  ['base', '1em'],
  ['lg', '1.1em'],
  ['xl', '1.2em'],
  ['2xl', '1.4em'],
  ['3xl', '1.7em'],
  ['4xl', '2.1em'],
  ['5xl', '2.6em'],
  ['6xl', '3.2em'],
  ['7xl', '3.8em'],
  ['8xl', '4.5em'],
  ['9xl', '5.5em'],
]);

const BOXES: ReadonlyMap<string, readonly string[]> = new Map([
  ['m', ['margin']],
  ['mx', ['margin-inline']],
  ['my', ['margin-block']],
  ['mt', ['margin-top']],
  ['mb', ['margin-bottom']],
  ['ml', ['margin-left']],
  ['mr', ['margin-right']],
  ['p', ['padding']],
  ['px', ['padding-inline']],
  ['py', ['padding-block']],
  ['pt', ['padding-top']],
  ['pb', ['padding-bottom']],
  ['pl', ['padding-left']],
  ['pr', ['padding-right']],
  ['gap', ['gap']],
  ['gap-x', ['column-gap']],
  ['gap-y', ['row-gap']],
  ['w', ['width']],
  ['h', ['height']],
  ['size', ['width', 'height']],
  ['max-w', ['max-width']],
  ['max-h', ['max-height']],
  ['min-w', ['min-width']],
  ['top', ['top']],
  ['left', ['left']],
  ['right', ['right']],
  ['bottom', ['bottom']],
]);

/** Hues and saturations of named colours. */
const COLOURS: ReadonlyMap<string, readonly [hue: number, saturation: number]> = new Map<
  string,
  readonly [number, number]
>([
  ...['gray', 'zinc', 'neutral', 'stone'].map((name): [string, [number, number]] => [name, [220, 6]]),
  ['slate', [215, 20]],
  ['red', [0, 80]],
  ['orange', [25, 90]],
  ['amber', [38, 90]],
  ['yellow', [48, 92]],
  ['lime', [84, 78]],
  ['green', [142, 65]],
  ['emerald', [158, 70]],
  ['teal', [173, 72]],
  ['cyan', [188, 86]],
  ['sky', [199, 88]],
  ['blue', [217, 88]],
  ['indigo', [239, 80]],
  ['violet', [258, 85]],
  ['purple', [271, 85]],
  ['fuchsia', [292, 80]],
  ['pink', [330, 80]],
  ['rose', [350, 85]],
]);

/** Slides of Slidev are 980 px wide, those of Lectern 1280. */
const SCALE = 1280 / 980;

/** Returns the declarations of a class; `undefined` for one that no style sheet is known for. */
export function utilityStyle(name: string): string | undefined {
  const exact = EXACT.get(name);
  if (exact !== undefined) return exact;
  const size = /^(?:text|font-size)-([\w]{2,4})$/.exec(name)?.[1];
  if (size !== undefined && TEXT_SIZES.has(size)) return `font-size:${TEXT_SIZES.get(size)}`;
  const columns = /^(?:grid-)?cols-(\d{1,2})$/.exec(name)?.[1];
  if (columns !== undefined) return `grid-template-columns:repeat(${columns},minmax(0,1fr))`;
  const template = /^(?:grid-)?cols-\[([\w.,%()_-]{1,80})\]$/.exec(name)?.[1];
  if (template !== undefined) return `grid-template-columns:${template.replaceAll(/[_,](?![^(]{0,80}\))/g, ' ')}`;
  const span = /^col-span-(\d{1,2})$/.exec(name)?.[1];
  if (span !== undefined) return `grid-column:span ${span}`;
  const opacity = /^(?:opacity|op)-?(\d{1,3})$/.exec(name)?.[1];
  if (opacity !== undefined) return `opacity:${Number(opacity) / 100}`;
  return colourStyle(name) ?? boxStyle(name);
}

/** `bg-blue-300` is a background, `text-blue-300` a colour; the number is how dark it is, from 50 to 950. */
function colourStyle(name: string): string | undefined {
  const [, kind, word = '', shade = '500'] = /^(bg|text)-([a-z]{3,8})(?:-(\d{2,3}))?$/.exec(name) ?? [];
  if (kind === undefined) return undefined;
  const property = kind === 'bg' ? 'background' : 'color';
  if (word === 'white' || word === 'black') return `${property}:${word}`;
  const colour = COLOURS.get(word);
  if (!colour) return undefined;
  const lightness = Math.round(98 - Math.min(950, Number(shade)) * 0.082);
  return `${property}:hsl(${colour[0]} ${colour[1]}% ${lightness}%)`;
}

function boxStyle(name: string): string | undefined {
  const found =
    /^(-?)([a-z]{1,6}(?:-[xywh])?)-?(-?)(\d{1,4}(?:\.5)?|\d{1,2}\/\d{1,2}|\[[\w.%-]{1,12}\]|[\d.]{1,6}(?:px|%|rem|em))$/.exec(
      name,
    );
  if (!found) return undefined;
  const [, before, box = '', after, value = ''] = found;
  const properties = BOXES.get(box);
  if (!properties) return undefined;
  const length = lengthOf(value);
  const isNegative = before === '-' || after === '-';
  return properties.map((property) => `${property}:${isNegative ? `-${length}` : length}`).join(';');
}

function lengthOf(value: string): string {
  const bare = value.replace(/^\[|\]$/g, '');
  const [over, under] = bare.split('/').map(Number);
  if (over !== undefined && under !== undefined && under > 0) return `${Math.round((over / under) * 10_000) / 100}%`;
  if (/^[\d.]+$/.test(bare)) return `${Math.round(Number(bare) * 4 * SCALE)}px`;
  return bare;
}
