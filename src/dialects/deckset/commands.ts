import { isPlainColour } from '../../model/colours.ts';
import type { DialectSource } from '../../model/dialect.ts';
import { inkOf, type DeckLook } from '../common/deck-look.ts';
import type { LineSlide } from '../common/line-slides.ts';
import type { SourceLine } from '../common/scan-lines.ts';
import { colourIn, transitionOf } from './words.ts';

const COMMAND = /^[ \t]{0,9}\[\.([a-z-]{2,30})[ \t]{0,4}(?::[ \t]{0,9}([^\]\n]{0,500}))?\][ \t]{0,9}$/i;

interface Command {
  key: string;
  value: string;
  line: SourceLine;
}

/** Turns `[.x: …]` lines of a slide into settings. */
export function moveCommands(slide: LineSlide, source: DialectSource, look: DeckLook): void {
  const columns: SourceLine[] = [];
  const code: Command[] = [];
  for (const line of slide.lines) {
    const match = line.isCode ? undefined : COMMAND.exec(line.text);
    if (!match) {
      if (line.opensCode && code.length > 0) highlight(line, code.splice(0), source);
      continue;
    }
    const command: Command = { key: (match[1] ?? '').toLowerCase(), value: match[2]?.trim() ?? '', line };
    if (command.key === 'column') {
      columns.push(line);
      continue;
    }
    source.remove({ start: line.start, end: line.next });
    if (command.key === 'code-highlight') code.push(command);
    else moveCommand(command, slide, { source, look });
  }
  if (columns.length > 0) moveColumns(columns, slide, source);
}

function moveCommand(
  { key, value, line }: Command,
  { settings }: LineSlide,
  { source, look }: { source: DialectSource; look: DeckLook },
): void {
  const { values, classes } = settings;
  const isOff = /^(?:false|no)$/i.test(value);
  const changed = (advice: string): void => source.report('changed', line, { what: `[.${key}: ${value}]`, advice });
  const colour = colourIn(value) ?? (isPlainColour(value) ? value : undefined);
  switch (key) {
    case 'background-color':
      if (colour === undefined) break;
      values.set('background', colour);
      return changed(`“background=${colour}”`);
    case 'hide-footer':
    case 'footer':
      values.set('footer', key === 'footer' && value !== '' ? value.replaceAll('"', '”') : 'false');
      return changed('“footer=” of the slide');
    case 'slidenumbers':
    case 'slidecount':
      if (!isOff) return changed('“numbers: true” in the front matter');
      classes.add('no-number');
      look.rules.add('.slide.no-number .slide-count', 'visibility: hidden');
      return changed('a rule in “style”');
    case 'autoscale':
      values.set('fit', isOff ? 'false' : true);
      return changed('“fit” of the slide');
    case 'build-lists':
      values.set('incremental', isOff ? 'false' : true);
      return changed('“incremental” of the slide');
    case 'slide-transition':
      values.set('transition', transitionOf(value));
      return changed('“transition=” of the slide');
    case 'text':
    case 'text-color':
    case 'header':
    case 'header-color': {
      if (colour === undefined) break;
      const part = key.startsWith('text') ? 'ink' : 'heading';
      const name = `${part}-${colour.replace(/\W/g, '')}`;
      classes.add(name);
      if (part === 'ink') look.rules.add(`.slide.${name}`, inkOf(colour));
      else look.rules.add(`.slide.${name} :is(h1, h2, h3)`, `color: ${colour}`);
      return changed('a rule in “style”');
    }
  }
  source.report('lost', line, { what: `[.${key}: ${value}]`, advice: 'set it with a class on the slide and “style”' });
}

/** Lines to highlight, in steps. */
function highlight(fence: SourceLine, commands: readonly Command[], source: DialectSource): void {
  const steps = commands
    .map(({ value }) => value.replace(/\s+/g, ''))
    .filter((value) => /^(?:all|[\d,-]+)$/.test(value));
  if (steps.length === 0) return;
  const [first] = commands;
  const mark = /^[ \t]*[`~]{3,}[ \t]*$/.test(fence.text) ? 'text ' : ' ';
  source.insert(fence.end, `${mark}{${steps.join('|')}}`);
  if (first)
    source.report('changed', first.line, {
      what: '[.code-highlight: …]',
      advice: `{${steps.join('|')}} after the fence`,
    });
}

/** Text after each `[.column]` is a column. */
function moveColumns(marks: readonly SourceLine[], slide: LineSlide, source: DialectSource): void {
  marks.forEach((line, index) => {
    source.replace({ start: line.start, end: line.next }, `\n${index === 0 ? '::::columns\n' : ':::\n'}:::column\n`);
  });
  const [first] = marks;
  source.insert(slide.end, '\n:::\n::::\n\n');
  if (first) source.report('changed', first, { what: '[.column]', advice: '“::::columns” and “:::column”' });
}
