import type { DialectSource } from '../../model/dialect.ts';
import { localFile } from '../common/local-file.ts';
import type { SourceLine } from '../common/scan-lines.ts';
import { noSettings, settingsText, type SlideSettings } from '../slides.ts';
import { pandocAttributes, type PandocAttributes } from './attributes.ts';

/** A heading with one to six signs. */
export interface PandocHeading {
  line: SourceLine;
  level: number;
  /** The words without attributes. */
  words: string;
  attributes: PandocAttributes | undefined;
  /** It starts a slide. */
  starts: boolean;
}

const HEADING = /^ {0,3}(#{1,6})([ \t].{0,3000})?$/;
const BRACES = /\{([^{}]{0,1000})\}[ \t]{0,9}#{0,9}$/;
const RULE = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;
const UNDERLINE = /^(?:=+|-+)[ \t]*$/;

/** Reads a line as a heading. */
export function readHeading(line: SourceLine): PandocHeading | undefined {
  const found = line.isCode || line.isComment ? undefined : HEADING.exec(line.text);
  if (!found) return undefined;
  const rest = (found[2] ?? '').trimEnd();
  const braces =
    rest.endsWith('}') || rest.endsWith('#') ? BRACES.exec(rest.slice(Math.max(0, rest.length - 1500))) : undefined;
  const words = (braces ? rest.slice(0, rest.length - braces[0].length) : rest.replace(/[ \t]#+$/, '')).trim();
  return {
    line,
    level: found[1]?.length ?? 1,
    words,
    attributes: braces ? pandocAttributes(braces[1] ?? '') : undefined,
    starts: false,
  };
}

/**
 * Returns the slide level of a document: the highest level of a heading with content right after it. Divs are content. A heading
 * with a background is one of a slide, too: its author gave pandoc a level.
 * @param lines - those outside of all divs count as headings.
 */
export function slideLevel(lines: readonly SourceLine[], isTop: (line: SourceLine) => boolean): number {
  let least = 7;
  let withBackground = 0;
  let heading: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.isComment || line.text.trim() === '' || /^<!--.*-->$/.test(line.text.trim())) continue;
    const under = lines[index + 1];
    const found = isTop(line) ? readHeading(line) : undefined;
    if (found) {
      heading = found.level;
      if ([...(found.attributes?.values.keys() ?? [])].some((key) => key.startsWith('background')))
        withBackground = Math.max(withBackground, heading);
      continue;
    }
    if (
      under &&
      !line.isCode &&
      UNDERLINE.test(under.text) &&
      line.text.trim() !== '' &&
      isTop(line) &&
      !/^[:|+-]/.test(line.text)
    ) {
      heading = under.text.startsWith('=') ? 1 : 2;
      continue;
    }
    const isUnderline = UNDERLINE.test(line.text) && lines[index - 1]?.text.trim() !== '';
    if (heading !== undefined && isUnderline) continue;
    if (RULE.test(line.text)) {
      heading = undefined;
      continue;
    }
    if (heading !== undefined) least = Math.min(least, heading);
    heading = undefined;
  }
  return least === 7 ? 6 : Math.max(least, withBackground);
}

/**
 * Keeps slides without content: a rule begins a slide, but for one right before a heading of the slide level.
 * @param lines - those outside of all divs, without blank ones, code and comments.
 */
export function keepEmptySlides(lines: readonly SourceLine[], level: number, source: DialectSource): void {
  for (const [index, line] of lines.entries()) {
    if (!RULE.test(line.text) || line.isCode) continue;
    const next = lines[index + 1];
    const heading = next && readHeading(next);
    const isEmpty = !next || (RULE.test(next.text) && !next.isCode) || (heading && heading.level < level);
    if (isEmpty) source.insert(line.end, heading ? '\n\n::slide\n\n---' : '\n\n::slide\n');
  }
}

/** Turns attributes of a heading that starts a slide into settings. */
export function headingSettings(
  { id, classes, values }: PandocAttributes,
  source: DialectSource,
  line: SourceLine,
): SlideSettings {
  const settings = noSettings();
  if (id !== '' && /^[^\s"'<>{}]+$/.test(id)) settings.id = id;
  for (const name of classes) {
    if (name === 'smaller' || name === 'scrollable') settings.values.set('fit', true);
    else if (name === 'center') settings.values.set('layout', 'center');
    else if (name === 'r-fit-text') settings.values.set('layout', 'statement');
    else if (name === 'hidden') settings.values.set('hidden', true);
    else if (/^[a-z][\w-]*$/i.test(name) && !/^(?:unnumbered|unlisted|nostretch|nonincremental)$/.test(name))
      settings.classes.add(name);
    if (name === 'incremental') settings.values.set('incremental', true);
    if (name === 'nonincremental') settings.values.set('incremental', 'false');
  }
  settings.classes.delete('incremental');
  addBackground(values, settings);
  const transition = values.get('transition')?.split(/[\s-]/)[0];
  if (transition && /^(?:none|fade|slide|convex|concave|zoom)$/.test(transition))
    settings.values.set('transition', transition);
  if (values.get('auto-animate') === 'true') settings.values.set('auto-animate', true);
  const visibility = values.get('visibility');
  if (visibility === 'hidden' || visibility === 'uncounted') settings.values.set(visibility, true);
  const style = values.get('style');
  if (style !== undefined)
    source.report('lost', line, { what: `style="${style}"`, advice: 'use a class and a style sheet' });
  return settings;
}

function addBackground(values: ReadonlyMap<string, string>, { values: to }: SlideSettings): void {
  for (const key of [
    'background',
    'background-color',
    'background-gradient',
    'background-image',
    'background-video',
    'background-iframe',
  ]) {
    const value = values.get(key)?.replaceAll(/^url\(["']?|["']?\)$/g, '');
    if (value) to.set('background', localFile(value));
  }
  for (const key of ['background-size', 'background-position', 'background-opacity']) {
    const value = values.get(key);
    if (value && to.has('background')) to.set(key, value);
  }
}

/**
 * Writes a heading with settings of Lectern; one without words becomes the break before its slide.
 *
 * @param isEmpty - the slide has nothing but the heading.
 */
export function writeHeading(
  heading: PandocHeading,
  { settings, isEmpty }: { settings: SlideSettings; isEmpty: boolean },
  source: DialectSource,
): void {
  const { line, level, words, attributes, starts } = heading;
  const braces = settingsText(settings);
  if (words === '') {
    const slide = braces === '' && !isEmpty ? '' : `\n::slide${braces}\n`;
    if (starts) source.replace(line, `---\n${slide}${isEmpty ? '\n---\n' : ''}`);
    else source.replace(line, '');
    return;
  }
  if (!attributes && braces === '') return;
  source.replace(line, `${'#'.repeat(level)} ${words}${braces === '' ? '' : ` ${braces}`}`);
}
