import { isDeepStrictEqual } from 'node:util';
import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { svg } from 'property-information';
import { loadsFiles } from '../model/loading-css.ts';

const SHAPES =
  'svg g path rect circle ellipse line polyline polygon text tspan textPath defs symbol use switch a image ' +
  'linearGradient radialGradient stop clipPath mask pattern marker title desc style foreignObject filter ' +
  'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap ' +
  'feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode ' +
  'feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence';

/** Elements for the words of a label. */
const WORDS = 'div span p br b strong i em u s small code pre sub sup ul ol li'.split(' ');

/** Elements of which nothing stays, their text included. */
const STRIPPED =
  'script iframe frame object embed noscript noembed noframes template xmp plaintext textarea select option button ' +
  'audio video canvas math head';

/**
 * Elements and attributes that drawings may have: shapes, text and their styles, with every attribute of SVG that runs
 * nothing.
 */
const SCHEMA: Schema = {
  tagNames: [...SHAPES.split(' '), ...WORDS],
  attributes: { '*': [...Object.keys(svg.property).filter((name) => !/^on/i.test(name)), 'name', 'data*'] },
  ancestors: Object.fromEntries(WORDS.map((name) => [name, ['foreignObject']])),
  protocols: {},
  required: {},
  clobber: [],
  strip: STRIPPED.split(' '),
};

/** Where the address of an element may lead; of others inside the drawing only. */
const ADDRESSES: ReadonlyMap<string, RegExp> = new Map([
  ['a', /^(?:#|https?:|mailto:)/i],
  ['image', /^data:image\//i],
]);
const INSIDE = /^#/;

/** Attributes whose values are words, which load nothing whatever they say. */
const WORDED = /^(?:aria|data)|^(?:title|name|xLinkTitle)$/;

/**
 * Takes out of an SVG element what would run or load something, or lead where no link may. It is parsed as the HTML document
 * is that it becomes a part of, so that browsers find the same elements in it.
 *
 * @returns the same text where nothing is taken out.
 */
export function cleanSvg(markup: string): string {
  const parsed = fromHtml(markup, { fragment: true });
  const cleaned = sanitize(parsed, SCHEMA);
  const tree: Root = { type: 'root', children: [], ...(cleaned.type === 'root' && cleaned) };
  const drawing = tree.children.find((child) => child.type === 'element' && child.tagName === 'svg');
  if (!drawing) return '<svg></svg>';
  cleanElements(drawing);
  return isDeepStrictEqual(tree, parsed) ? markup : toHtml(drawing).replaceAll('</br>', '');
}

function cleanElements(parent: RootContent): void {
  if (parent.type !== 'element') return;
  dropAddresses(parent);
  parent.children = parent.children.filter((child) => {
    cleanElements(child);
    return child.type !== 'element' || !isUseless(child);
  });
}

function dropAddresses({ tagName, properties }: Element): void {
  for (const [name, value] of Object.entries(properties)) {
    const isAddress = name === 'href' || name === 'xLinkHref';
    const unsafe = isAddress
      ? !(ADDRESSES.get(tagName) ?? INSIDE).test(String(value))
      : !WORDED.test(name) && loadsFiles(String(value));
    if (unsafe) delete properties[name];
  }
}

/** Tells whether an element can go: an image without its address, or a style sheet that loads something. */
function isUseless({ tagName, properties, children }: Element): boolean {
  if (tagName === 'image') return properties['href'] === undefined && properties['xLinkHref'] === undefined;
  if (tagName !== 'style') return false;
  // A style sheet is written as it is: an element in its text would come to life.
  return children.some((child) => child.type !== 'text' || child.value.includes('<') || loadsFiles(child.value));
}
