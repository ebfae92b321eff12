import type { Dialect, DialectSource } from '../../model/dialect.ts';
import { fixRootAddresses } from '../common/addresses.ts';
import { scanLines, type SourceLine } from '../common/scan-lines.ts';
import { noSettings, type SlideSettings } from '../slides.ts';
import { builtLevel } from './built-level.ts';
import { readCodeBlocks } from './code.ts';
import { findDivs, type PandocDiv } from './find-divs.ts';
import { readFront } from './front.ts';
import { freeHtml } from './html-lines.ts';
import {
  headingSettings,
  keepEmptySlides,
  readHeading,
  slideLevel,
  writeHeading,
  type PandocHeading,
} from './headings.ts';
import { readBlocks } from './blocks.ts';
import { readReferences } from './references.ts';
import { sassColours } from './sass-variables.ts';
import { readTables } from './tables.ts';
import { readTitleBlock } from './title-block.ts';
import { readWords } from './words.ts';
import { writeDivs } from './write-divs.ts';

/** Reads slides of pandoc. */
export const pandoc: Dialect = {
  name: 'pandoc',
  read: (source) => readDocument(source, { isQuarto: false }),
};

/** Reads presentations of Quarto, and of R Markdown with reveal.js. */
export const quarto: Dialect = {
  name: 'quarto',
  title: 'Quarto',
  read: (source) => readDocument(source, { isQuarto: true }),
};

async function readDocument(source: DialectSource, { isQuarto }: { isQuarto: boolean }): Promise<void> {
  const { text, front } = source;
  const body = { start: readTitleBlock(source), end: text.length };
  const options = readFront(source, { isQuarto });
  const { sheets, themeEntry } = options;
  const colours = themeEntry && sheets.length > 0 ? await sassColours(sheets, themeEntry, source) : '';
  if (options.style + colours !== '') front.set('style', options.style + colours);
  const lines = scanLines(text, body);
  const divs = findDivs(lines);
  const inDivs = insideOf(divs);
  const level = options.level ?? (await builtLevel(source)) ?? slideLevel(lines, (line) => !inDivs.has(line));
  if (!source.included) front.set('split', level === 0 ? 'rules' : level);
  const shown = lines.filter((line) => !inDivs.has(line) && !line.isComment && line.text.trim() !== '');
  keepEmptySlides(shown, level, source);
  const headings = readHeadings(lines, { level, inDivs, source });
  addFooters(divs, headings, source);
  const starting = new Set(headings.flatMap(({ heading }) => (heading.starts ? [heading.line] : [])));
  const bare = new Set(shown.filter((line, index) => starting.has(line) && starting.has(shown[index + 1] ?? line)));
  for (const { heading, settings } of headings)
    writeHeading(heading, { settings, isEmpty: bare.has(heading.line) }, source);
  writeDivs(divs, source);
  const starts = headings.filter(({ heading }) => heading.starts).map(({ heading }) => heading.line.start);
  await readCodeBlocks(lines, {
    source,
    echo: options.echo,
    unnamed: 0,
    isAlone: (block) => isAlone(block, { lines, starts }),
  });
  readTables(lines, source);
  freeHtml(lines, source);
  if (isQuarto) readReferences(lines, source);
  readBlocks(lines, source);
  const notes: string[] = [];
  const meta = new Map([...front.entries].map(([key, { value }]) => [key, value] as const));
  const own = new Set(headings.filter(({ heading }) => heading.attributes).map(({ heading }) => heading.line));
  for (const line of lines)
    if (!line.isCode && !line.isComment && !own.has(line)) readWords(line, { source, notes, meta });
  if (notes.length > 0) source.insert(text.length, `\n\n${notes.join('\n\n')}\n`);
  await fixRootAddresses(source, body);
}

interface SlideHeading {
  heading: PandocHeading;
  settings: SlideSettings;
}

function readHeadings(
  lines: readonly SourceLine[],
  { level, inDivs, source }: { level: number; inDivs: ReadonlySet<SourceLine>; source: DialectSource },
): SlideHeading[] {
  return lines.flatMap((line) => {
    const heading = readHeading(line);
    if (!heading) return [];
    heading.starts = heading.level <= level && !inDivs.has(line);
    const settings = heading.attributes ? headingSettings(heading.attributes, source, line) : noSettings();
    if (heading.starts) return [{ heading, settings }];
    return [
      {
        heading,
        settings: { ...noSettings(), ...(settings.id !== undefined && { id: settings.id }), classes: settings.classes },
      },
    ];
  });
}

/** The lines within divs: headings there start no slides. */
function insideOf(divs: readonly PandocDiv[]): ReadonlySet<SourceLine> {
  const found = new Set<SourceLine>();
  for (const div of divs) for (const line of div.inner) found.add(line);
  return found;
}

/** A div `footer` is the footer of its slide. */
function addFooters(divs: readonly PandocDiv[], headings: readonly SlideHeading[], source: DialectSource): void {
  for (const { attributes, open, close } of divs) {
    if (!attributes.classes.includes('footer') || !close) continue;
    const words = source.text
      .slice(open.next, close.start)
      .replaceAll(/\{\{<[^>]{0,200}>\}\}/g, '')
      .replaceAll(/!?\[([^\]\n]{0,300})\]\([^()\n]{0,500}\)/g, '$1')
      .replaceAll(/[*`]|<[^>]{0,300}>|\s+/g, (part) => (part.trim() === '' ? ' ' : ''))
      .trim();
    const slide = headings.findLast(({ heading }) => heading.starts && heading.line.start < open.start);
    if (!slide || slide.heading.words === '') continue;
    source.remove({ start: open.start, end: close.end });
    slide.settings.values.set('footer', words === '' ? 'false' : words);
  }
}

/** Tells whether a block of code is all that its slide shows. */
function isAlone(
  block: readonly SourceLine[],
  { lines, starts }: { lines: readonly SourceLine[]; starts: readonly number[] },
): boolean {
  const at = block[0]?.start ?? 0;
  const from = starts.findLast((start) => start <= at) ?? 0;
  const to = starts.find((start) => start > at) ?? Infinity;
  return !lines.some(
    (line) =>
      line.start > from &&
      line.start < to &&
      !line.isCode &&
      !line.isComment &&
      /[\p{L}\p{N}]/u.test(line.text) &&
      !/^:{3}/.test(line.text),
  );
}
