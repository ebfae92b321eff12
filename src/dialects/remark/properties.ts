import type { DialectSource } from '../../model/dialect.ts';
import type { LineSlide } from '../common/line-slides.ts';

/** Settings of the tool may do without a space. */
const PROPERTY =
  /^(?:([a-z][a-z-]{1,30}):[ \t]{1,9}|(class|name|count|layout|template|exclude|continued|background-[a-z]{4,8}):)([^\n]*)$/;

/** The first line of a cell that is not shown, such as one for the setup of a deck. */
const HIDDEN_CELL = /^```\{(?:css\b|r\b[^}\n]{0,300}\b(?:include|echo)\s{0,3}=\s{0,3}F)/;

/** Takes the property lines at the start of a slide off its text. Cells that show nothing may be before them. */
export function takeProperties(slide: LineSlide, source: DialectSource): Map<string, string> {
  const found = new Map<string, string>();
  let isHidden = false;
  for (const { text, isCode, isComment, opensCode, start, next } of slide.lines) {
    if (opensCode) isHidden = found.size === 0 && HIDDEN_CELL.test(text);
    const isAside = isComment || /^<!--.*-->[ \t]*$/.test(text);
    if ((text.trim() === '' && !isCode) || (isCode && isHidden) || (isAside && found.size === 0)) continue;
    const [, spaced, bare, value] = isCode ? [] : (PROPERTY.exec(text) ?? []);
    const key = spaced ?? bare;
    if (key === undefined || value === undefined || value.startsWith('//')) break;
    found.set(key, value.trim());
    source.remove({ start, end: next });
  }
  return found;
}

/** Classes that the tool has, or that most style sheets for it have, as settings. */
const TONES: ReadonlyMap<string, string> = new Map([
  ['inverse', 'dark'],
  ['invert', 'dark'],
  ['dark', 'dark'],
]);

/** Classes that say where the text of a slide is. */
const PLACES = new Set(['center', 'middle', 'left', 'right', 'top', 'bottom']);

/** Gives a slide the settings that its properties say. */
export function moveProperties(
  properties: ReadonlyMap<string, string>,
  { settings, lines, start }: LineSlide,
  { report }: DialectSource,
): void {
  const { values } = settings;
  const line = lines.find(({ text }) => text.trim() !== '');
  const place = { start: line?.start ?? start, end: line?.end ?? start };
  const classes = (properties.get('class') ?? '').split(/[\s,]+/).filter(Boolean);
  for (const name of classes) {
    const tone = TONES.get(name);
    if (tone !== undefined) values.set('tone', tone);
    else if (!PLACES.has(name) && /^[\w-]+$/.test(name)) settings.classes.add(name);
  }
  if (classes.includes('title-slide')) values.set('layout', 'cover');
  else if (classes.includes('center')) values.set('layout', 'center');
  const name = properties.get('name');
  if (name !== undefined && /^[^\s{}"'=#.]+$/.test(name)) settings.id = name;
  if (properties.get('count') === 'false') values.set('uncounted', true);
  const image = /^url\(["']?([^"'()]{1,500})["']?\)/.exec(properties.get('background-image') ?? '')?.[1];
  const colour = properties.get('background-color') ?? '';
  if (image !== undefined) values.set('background', image);
  else if (/^(?:#[\da-f]{3,8}|[a-z]{3,20})$/i.test(colour)) values.set('background', colour);
  for (const key of ['background-size', 'background-position']) {
    const value = properties.get(key);
    if (image !== undefined && value !== undefined && /^[\w.% -]+$/.test(value)) values.set(key, value);
  }
  for (const [key, value] of properties) {
    if (KNOWN.has(key)) report('changed', place, { what: `${key}: ${value}`, advice: 'a setting of the slide' });
    else report('lost', place, { what: `${key}: ${value}`, advice: 'Lectern has no such setting' });
  }
}

const KNOWN = new Set([
  'class',
  'name',
  'count',
  'layout',
  'template',
  'exclude',
  'continued',
  'background-image',
  'background-color',
  'background-size',
  'background-position',
]);
