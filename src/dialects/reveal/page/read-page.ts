import type { Element, Root } from 'hast';
import type { DialectSource } from '../../../model/dialect.ts';
import { mapTheme } from '../../common/themes.ts';
import { readFrontKeys } from '../front-keys.ts';
import { attributesOf, elementsOf, find, textOf } from './elements.ts';
import { htmlSlide } from './html-slide.ts';
import { markdownSlides, type PageSlides } from './markdown-slides.ts';

const PAGE = /^(?:\s|<!--[^]{0,2000}?-->){0,9}(?:<!doctype html|<html|<head|<body)/i;

/** Tells whether a deck of reveal.js is a page of HTML. */
export function isPage(text: string): boolean {
  return PAGE.test(text.slice(0, 3000)) && text.includes('<section');
}

/** Turns a page of reveal.js into a deck: each section is a slide, written in Markdown or HTML. */
export async function readPage(source: DialectSource): Promise<void> {
  const { fromHtml } = await import('hast-util-from-html');
  const page = fromHtml(source.text);
  readFrontKeys(source);
  readHead(page, source);
  const slides: PageSlides[] = [];
  for (const section of sectionsOf(page)) slides.push(...(await slidesOf(section, source)));
  let at = 0;
  for (const [index, { start, end, text }] of slides.entries()) {
    if (start > at) source.remove({ start: at, end: start });
    source.replace({ start, end }, `${index === 0 ? '' : '\n\n---\n\n'}${text.trim() || '::slide'}`);
    at = end;
  }
  source.replace({ start: at, end: source.text.length }, '\n');
}

/** Returns the sections that are slides or stacks of slides: those that are in no other. */
function sectionsOf(page: Root): Element[] {
  const isSlides = ({ properties }: Element): boolean => classes(properties).includes('slides');
  const holder = find(page, isSlides).find((element) => outerSections(element).length > 0);
  return outerSections(holder ?? page);
}

function outerSections(root: Root | Element): Element[] {
  return root.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === 'section' && !classes(child.properties).includes('slides')
      ? [child]
      : outerSections(child);
  });
}

async function slidesOf(section: Element, source: DialectSource): Promise<PageSlides[]> {
  const range = { start: section.position?.start.offset ?? 0, end: section.position?.end.offset ?? 0 };
  const attributes = attributesOf(section);
  if (attributes.has('data-markdown')) return markdownSlides(section, range, source);
  const inner = elementsOf(section).filter(({ tagName }) => tagName === 'section');
  if (inner.length === 0) return [{ ...range, text: htmlSlide(section, range, source) }];
  const stack: PageSlides[] = [];
  for (const one of inner) stack.push(...(await slidesOf(withGround(one, section), source)));
  return stack;
}

/** Slides of a stack have its background if they have none. */
function withGround(slide: Element, stack: Element): Element {
  const of = ({ properties }: Element): [string, unknown][] =>
    Object.entries(properties).filter(([name]) => name.startsWith('dataBackground'));
  return of(slide).length > 0
    ? slide
    : { ...slide, properties: { ...Object.fromEntries(of(stack)), ...slide.properties } as Element['properties'] };
}

/** Reads the title, the language, the theme and the settings of a page. */
function readHead(page: Root, source: DialectSource): void {
  const { front } = source;
  const named = (name: string): Element | undefined => find(page, ({ tagName }) => tagName === name)[0];
  const title = textOf(named('title')).trim();
  if (title !== '' && !/^reveal\.?js\b/i.test(title)) front.set('title', title.replaceAll(/\s+/g, ' '));
  const lang = named('html')?.properties['lang'];
  if (typeof lang === 'string' && /^[a-z]{2,3}(?:-[\w-]{2,10})?$/i.test(lang)) front.set('lang', lang);
  const scripts = find(page, ({ tagName }) => tagName === 'script')
    .map(textOf)
    .join('\n');
  if (/\bslideNumber['"]?\s{0,9}:\s{0,9}(?:true|['"][a-z])/.test(scripts)) front.set('numbers', true);
  if (/\brtl['"]?\s{0,9}:\s{0,9}true/.test(scripts)) front.set('dir', 'rtl');
  const transition = /\btransition['"]?\s{0,9}:\s{0,9}['"](none|fade|slide|convex|concave|zoom)['"]/.exec(scripts)?.[1];
  if (transition !== undefined) front.set('transition', transition);
  for (const link of find(page, ({ tagName }) => tagName === 'link')) {
    const theme = /\/theme\/(?:source\/)?([\w-]{1,40})(?:\.min)?\.css/.exec(String(link.properties['href'] ?? ''))?.[1];
    const range = { start: link.position?.start.offset ?? 0, end: link.position?.end.offset ?? 0 };
    if (theme !== undefined) mapTheme(source, { ...range, key: 'theme', value: theme });
  }
  for (const style of find(page, ({ tagName }) => tagName === 'style')) {
    const range = { start: style.position?.start.offset ?? 0, end: style.position?.end.offset ?? 0 };
    const advice = 'write rules for Lectern’s slides in “style” of the front matter';
    source.report('lost', range, { what: '<style>', advice });
  }
}

function classes({ className }: Element['properties']): readonly (string | number)[] {
  return Array.isArray(className) ? className : [];
}
