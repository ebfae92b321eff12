import type { Element } from 'hast';
import type { DialectSource, SourceRange } from '../../../model/dialect.ts';
import { Edits } from '../../edits.ts';
import { parsePart } from '../../parse.ts';
import { readSlide } from '../read-slide.ts';
import { cutSlides, type Separator } from '../separators.ts';
import { attributesOf, elementsOf, textOf } from './elements.ts';
import { attributesComment } from './html-slide.ts';
import { sectionNotes, sectionSeparators } from './section-attributes.ts';

/** A part of the page, and the slides that it becomes. */
export interface PageSlides extends SourceRange {
  text: string;
}

/** Reads the slides of `<section data-markdown>`, whose text is in it or in a file. */
export async function markdownSlides(
  section: Element,
  range: SourceRange,
  source: DialectSource,
): Promise<PageSlides[]> {
  const attributes = attributesOf(section);
  const address = (attributes.get('data-markdown') ?? '').split(/[?#]/)[0] ?? '';
  if (address === '') {
    const isCut = ['data-separator', 'data-separator-vertical', 'data-separator-notes'].some((key) =>
      attributes.has(key),
    );
    const { text, line } = ownText(section, source.text);
    return cut(text, { attributes, source, separators: isCut ? sectionSeparators(attributes) : [] }).map(
      (slide, index, all) => ({
        start: index === 0 ? range.start : lineAt(source.text, line + slide.line, range),
        end: index === all.length - 1 ? range.end : lineAt(source.text, line + (all[index + 1]?.line ?? 0), range),
        text: slide.text,
      }),
    );
  }
  const file = /^(?:https?:)?\/\//.test(address) ? undefined : await source.files.text(address);
  if (!file || 'problem' in file) {
    const advice = `${file?.problem ?? 'a deck loads nothing from the web'}; put the file there, or its Markdown into the section`;
    source.report('lost', range, { what: `data-markdown="${address}"`, advice });
    return [{ ...range, text: '' }];
  }
  const text = String(file).replace(/^﻿/, '');
  const slides = cut(text, { attributes, source, place: range, separators: sectionSeparators(attributes) });
  return [{ ...range, text: slides.map((slide) => slide.text.trim() || '::slide').join('\n\n---\n\n') }];
}

/** Returns the Markdown in a section without the indent that all of its lines have, and the line where it begins. */
function ownText(section: Element, page: string): { text: string; line: number } {
  const template = elementsOf(section).find(
    ({ tagName, properties }) =>
      (tagName === 'textarea' && properties['dataTemplate'] !== undefined) ||
      (tagName === 'script' && /template/.test(String(properties['type'] ?? ''))),
  );
  const holder = template ?? section;
  const first = holder.children[0] ?? holder;
  const at = first.position?.start.offset ?? 0;
  const raw = template ? textOf(template) : page.slice(at, holder.children.at(-1)?.position?.end.offset ?? at);
  const written = raw.replaceAll('\r\n', '\n');
  const lines = written.split('\n');
  const inner = lines.filter((line) => line.trim() !== '');
  const depth = Math.min(...inner.map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0), 100);
  const text = lines.map((line) => line.slice(Math.min(depth, /^[ \t]*/.exec(line)?.[0].length ?? 0))).join('\n');
  return { text, line: page.slice(0, at).split('\n').length };
}

function cut(
  text: string,
  {
    attributes,
    source,
    separators,
    place,
  }: {
    attributes: ReadonlyMap<string, string>;
    source: DialectSource;
    separators: readonly Separator[];
    place?: SourceRange;
  },
): { text: string; line: number }[] {
  const whole = { start: 0, end: text.length };
  const parts = separators.length > 0 ? cutSlides(text, whole, separators) : [{ ...whole, separator: undefined }];
  return parts.map((part) => {
    const line = text.slice(0, part.start).split('\n').length - 1;
    const written = `${attributesComment(attributes)}${text.slice(part.start, part.end)}`;
    return { line, text: readPart(written, { source, place, notes: sectionNotes(attributes) }) };
  });
}

/** Reads one slide of its own text. What it reports is at a place of the page. */
function readPart(
  text: string,
  { source, place, notes }: { source: DialectSource; place: SourceRange | undefined; notes: string | undefined },
): string {
  const edits = new Edits(text);
  const part: DialectSource = {
    ...source,
    text,
    parse: (range = { start: 0, end: text.length }) => parsePart(text, range),
    insert: (at, inserted) => edits.insert(at, inserted),
    replace: (range, replaced) => edits.replace(range, replaced),
    remove: (range) => edits.replace(range, ''),
    report: (fate, _range, words) => source.report(fate, place ?? { start: 0, end: 0 }, words),
  };
  readSlide({ start: 0, end: text.length, separator: undefined }, { source: part, notes });
  return edits.apply().text;
}

/** Returns where a line begins, within a range. */
function lineAt(text: string, line: number, { start, end }: SourceRange): number {
  let at = 0;
  for (let left = line - 1; left > 0; left -= 1) {
    const next = text.indexOf('\n', at);
    if (next === -1) return end;
    at = next + 1;
  }
  return Math.min(Math.max(at, start), end);
}
