import type { Element } from 'hast';

/** Components of Slidev and the like: they are not HTML, whatever the deck trusts. */
const COMPONENTS: [name: RegExp, advice: string][] = [
  [/^v-(?:clicks?|after|switch|motion)$/, 'expected “:::steps” and “:::” around the blocks that appear step by step'],
  [/^v-drag(?:-arrow)?$/, 'expected a layout or columns'],
  [/^(?:tweet|youtube)$/, 'expected “::embed{src=https://…}”'],
  [
    /^(?:icon|iconify|i|mdi|carbon|fa|ph|ri|bi|tabler|lucide|logos|uim|octicon|twemoji|noto|material-symbols)(?:-[\w-]+)$/,
    'expected “:icon[name]”',
  ],
  [/^(?:icon|iconify-icon)$/, 'expected “:icon[name]”'],
  [/^toc$/, 'expected “::toc”'],
  [/^slidev?-\w+$/, 'write its content as Markdown'],
];
/** Elements of other languages that HTML may hold. */
const EMBEDDED: [name: RegExp, advice: string][] = [
  [
    /^(?:math|semantics|annotation(?:-xml)?|m(?:i|n|o|s|row|frac|sup|sub|subsup|over|under|underover|text|space|sqrt|root|table|tr|td|style|padded|phantom|error|multiscripts|enclose))$/,
    'expected a formula: “$…$” in a line, or lines of “$$” around it',
  ],
  [
    /^(?:image|foreignObject|animate\w*|set|mpath|discard|feImage|switch|view|metadata|font-face\S*|glyph)$/,
    'a drawing in a deck holds shapes and text; write it to a file and show that: ![words](drawing.svg)',
  ],
];
/** Elements that were taken out of HTML. */
const OBSOLETE: [name: RegExp, advice: string][] = [
  [/^center$/, 'expected {layout=center} after the slide’s heading, or style="text-align: center" on a <div>'],
  [/^(?:font|big|tt|basefont)$/, 'expected <span style="…">'],
  [/^(?:marquee|blink|bgsound|frame|frameset|applet)$/, 'HTML no longer has it'],
];
const TRUSTED = 'set “html: trusted” in the front matter to keep it';
const NEEDS_TRUST =
  /^(?:script|style|link|meta|base|template|noscript|slot|canvas|dialog|form|fieldset|legend|label|input|button|select|option|optgroup|datalist|textarea|output|progress|meter|menu|map|area|object|embed|iframe)$/;

/** Suggests a replacement for an element that safe decks do not allow; an untrusted deck cannot ask for trust. */
export function adviceFor(element: Element, { untrusted = false }: { untrusted?: boolean } = {}): string {
  const { tagName } = element;
  const other = uselessAdvice(element) ?? [...EMBEDDED, ...OBSOLETE].find(([name]) => name.test(tagName))?.[1];
  if (other) return other;
  const [advice, more = ''] = trustAdvice(tagName);
  return untrusted ? advice : `${advice}${more}`;
}

/** Says what to write instead of an element that only a trusted deck may have, and how to trust it. */
function trustAdvice(tagName: string): [advice: string, more?: string] {
  if (tagName === 'iframe') return ['expected “::embed{src=https://…}”', `; or ${TRUSTED}`];
  if (tagName === 'style') return ['name a style sheet in the front matter with “style: …”', `; or ${TRUSTED}`];
  if (NEEDS_TRUST.test(tagName)) return ['it is not safe in a deck', `; ${TRUSTED}`];
  return tagName.includes('-')
    ? ['it needs a script to do anything', `; ${TRUSTED}, and the script`]
    : ['HTML has no such element'];
}

/** Suggests a replacement for an element that shows nothing in any deck; `undefined` for all others. */
export function uselessAdvice({ tagName, properties }: Element): string | undefined {
  const file = properties[tagName === 'object' ? 'data' : 'src'];
  if ((tagName === 'object' || tagName === 'embed') && typeof file === 'string' && !/^(?:https?|data):/i.test(file)) {
    const isPicture = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i.test(file);
    return isPicture ? `expected an image: ![words](${file})` : 'expected “::video”, “::audio” or a link to the file';
  }
  return COMPONENTS.find(([name]) => name.test(tagName))?.[1];
}
