import { toneOn } from '../../model/colours.ts';
import type { DialectSource, SourceRange } from '../../model/dialect.ts';
import type { OwnRules } from '../common/own-rules.ts';
import { scanLines } from '../common/scan-lines.ts';
import { groundOf } from '../common/deck-look.ts';
import { colourIn, KEYS, NEAREST_THEMES, transitionOf } from './words.ts';

/** Settings of all slides, from the lines at the top of a deck. */
export interface DeckSettings {
  /** Where the first slide begins. */
  bodyStart: number;
  /** Depths of headings that begin slides. */
  dividers: number[];
  /** A dark colour behind all slides. */
  ground: string | undefined;
}

const LINE = /^([a-z-]{2,20})[ \t]{0,9}:[ \t]{0,9}([^\n]*)$/i;

/** Turns the lines at the top of a deck, or its front matter, into front matter of Lectern. */
export function moveTopLines(source: DialectSource, rules: OwnRules): DeckSettings {
  const { front, text } = source;
  const settings: DeckSettings = { bodyStart: front.bodyStart, dividers: [], ground: undefined };
  for (const [key, entry] of front.entries) {
    if (!KEYS.has(key.toLowerCase())) continue;
    front.remove(key);
    moveKey({ key, value: String(entry.value ?? ''), place: entry }, source, { settings, rules });
  }
  for (const { text: line, start, end, next } of scanLines(text, { start: front.bodyStart, end: text.length })) {
    const [, key = '', value = ''] = LINE.exec(line) ?? [];
    const isKey = KEYS.has(key.toLowerCase());
    // An empty line before them is none of theirs.
    if (!isKey && (line.trim() !== '' || settings.bodyStart > front.bodyStart)) break;
    if (!isKey) continue;
    settings.bodyStart = next;
    source.remove({ start, end: next });
    moveKey({ key, value: value.trim(), place: { start, end } }, source, { settings, rules });
  }
  return settings;
}

interface Line {
  key: string;
  value: string;
  place: SourceRange;
}

function moveKey(
  { key, value, place }: Line,
  { front, report, included }: DialectSource,
  { settings, rules }: { settings: DeckSettings; rules: OwnRules },
): void {
  if (included) return;
  const isOn = !/^(?:false|no|)$/i.test(value);
  const changed = (advice: string): void => report('changed', place, { what: `${key}: ${value}`, advice });
  switch (key.toLowerCase()) {
    case 'autoscale':
      if (isOn) front.set('fit', true);
      return changed('“fit: true”');
    case 'slidenumbers':
      if (isOn) front.set('numbers', true);
      return changed('“numbers: true”');
    case 'slidecount':
      return report('kept', place, { what: `${key}: ${value}`, advice: 'numbers show the count of slides' });
    case 'footer': {
      const words = plainFooter(value);
      if (words !== '') front.set('footer', words);
      return changed('“footer” in the front matter');
    }
    case 'build-lists':
      if (isOn) front.set('incremental', true);
      return changed('“incremental: true”');
    case 'slide-transition':
      front.set('transition', transitionOf(value));
      return changed(`“transition: ${transitionOf(value)}”`);
    case 'slide-dividers':
      settings.dividers = value
        .split(',')
        .flatMap((mark) => (/^#{1,6}$/.test(mark.trim()) ? [mark.trim().length] : []));
      return changed('“---” before each heading');
    case 'theme': {
      const name = value.split(',')[0]?.trim().toLowerCase() ?? '';
      const near = NEAREST_THEMES.get(name) ?? 'folio';
      front.set('theme', near);
      return changed(`“theme: ${near}” is the nearest one`);
    }
    case 'background-color': {
      const colour = colourIn(value);
      if (colour !== undefined && toneOn(colour) === 'dark') settings.ground = colour;
      else if (colour !== undefined) rules.add('.slide:not([data-tone])', groundOf(colour));
      return changed('the background of each slide');
    }
    case 'header':
    case 'text': {
      const colour = colourIn(value);
      if (colour === undefined) break;
      rules.add(key === 'header' ? '.slide :is(h1, h2, h3)' : '.slide', `color: ${colour}`);
      return changed('a rule in “style”');
    }
  }
  report('lost', place, { what: `${key}: ${value}`, advice: 'set fonts and colours with “tokens” or “style”' });
}

/** The footer is in braces and quotes of Lectern: images of the web, and marks of Deckset, are left out. */
function plainFooter(value: string): string {
  return value
    .replace(/!\[[^\]]{0,60}\]\((?:https?:)?\/\/[^()]{0,500}\)/g, '')
    .replace(/!\[[^\]]{0,60}\]/g, '![]')
    .replace(/[{}]/g, '')
    .trim();
}
