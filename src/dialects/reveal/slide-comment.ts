import type { Html } from 'mdast';
import type { DialectSource } from '../../model/dialect.ts';
import { classesOf, htmlAttributes } from '../common/html-attributes.ts';
import { localFile } from '../common/local-file.ts';
import { rangeOf, type SlideSettings } from '../slides.ts';

const SLIDE = /^<!--\s{0,99}\.?slide:?\s([\s\S]*?)-->/;
const LAYOUTS: ReadonlySet<string> = new Set(['center', 'cover', 'quote', 'section', 'statement', 'end']);
const COPIED = new Map([
  ['data-background-size', 'background-size'],
  ['data-background-position', 'background-position'],
  ['data-background-opacity', 'background-opacity'],
  ['data-transition', 'transition'],
]);
const TRANSITION = /^(?:none|fade|slide|convex|concave|zoom)$/;
const BACKGROUNDS = [
  'data-background',
  'data-background-color',
  'data-background-gradient',
  'data-background-image',
  'data-background-video',
  'data-background-iframe',
  'bg',
];

/** Tells whether HTML is a comment with the attributes of its slide, as in `<!-- .slide: data-background="navy" -->`. */
export function isSlideComment(value: string): boolean {
  return SLIDE.test(value);
}

/** Reads the attributes of a slide into its settings. */
export function readSlideComment(node: Html, settings: SlideSettings, source: DialectSource): void {
  const attributes = htmlAttributes(SLIDE.exec(node.value)?.[1] ?? '');
  addSlideAttributes(attributes, settings);
  source.remove(rangeOf(node));
  const style = attributes.get('style');
  if (style !== undefined && style.trim() !== '') {
    const what = `style="${style}"`;
    source.report('lost', rangeOf(node), {
      what,
      advice: 'slides take no inline styles; use a class and a style sheet',
    });
  }
}

/** Turns attributes of a slide of reveal.js into settings of one in Lectern. */
export function addSlideAttributes(attributes: ReadonlyMap<string, string>, settings: SlideSettings): void {
  const { classes, values } = settings;
  for (const name of [...classesOf(attributes.get('class')), ...classesOf(attributes.get('data-state'))]) {
    if (LAYOUTS.has(name) && !values.has('layout')) values.set('layout', name);
    else if (/^[a-z][\w-]*$/i.test(name)) classes.add(name);
  }
  const id = attributes.get('id');
  if (id && /^[^\s"'<>{}]+$/.test(id)) settings.id = id;
  for (const name of BACKGROUNDS) {
    const value = (attributes.get(name) ?? attributes.get(name.replace('data-', '')))
      ?.replace(/^\[\[|\]\]$/g, '')
      .trim();
    if (value) values.set('background', localFile(value.replace(/^url\(["']?|["']?\)$/g, '')));
  }
  for (const [from, to] of COPIED) {
    const value = attributes.get(from);
    if (!value || (to === 'transition' && !TRANSITION.test(value))) continue;
    values.set(to, value);
  }
  if (attributes.has('data-auto-animate')) values.set('auto-animate', true);
  const visibility = attributes.get('data-visibility');
  if (visibility === 'hidden' || visibility === 'uncounted') values.set(visibility, true);
  const seconds = Number(attributes.get('data-timing'));
  if (seconds > 0) values.set('duration', `${seconds}s`);
}
