import type { Slide } from '../model/deck.ts';
import { writtenDuration } from '../model/duration.ts';
import { isSame, readingOf, startOf, type FixedSource, type Reading } from './certain-fixes.ts';
import { withFixes } from './fix.ts';
import { offsetOf } from './positions.ts';
import type { Fix } from './rule.ts';

/** Sources with durations of slides written into them. */
export interface DurationFixes {
  fixed: FixedSource[];
  /** Slides whose duration is another one now. */
  changed: { slide: Slide; seconds: number }[];
  /** Slides that have no certain place for it. */
  left: Slide[];
}

/** A slide in one source whose duration is to be written. */
interface Target {
  slide: Slide;
  seconds: number;
  /** Its place among the slides of its source. */
  index: number;
  /** Ways to write it, the best first. */
  ways: Fix[];
}

/**
 * Writes planned times into the sources of slides, as `duration=` on the heading or on `::slide`. Each source is read
 * again: nothing but these durations may be different then. Slides whose duration cannot be written that way are left to
 * the author.
 *
 * @param seconds - by the ids of slides; of slides that pagination cut, all parts.
 */
export async function durationFixes(
  slides: readonly Slide[],
  seconds: ReadonlyMap<string, number>,
): Promise<DurationFixes> {
  const found: DurationFixes = { fixed: [], changed: [], left: [] };
  const wanted = wantedDurations(slides, seconds);
  for (const [file, own] of Map.groupBy(wanted, ({ slide }) => slide.file)) {
    const source = String(file.value);
    const before = await readingOf(file, source);
    const targets = own.map(({ slide, seconds }): Target => {
      const index = slide.position ? before.starts.indexOf(startOf(slide.position)) : -1;
      return { slide, seconds, index, ways: index === -1 ? [] : waysToWrite(source, slide, seconds) };
    });
    const certain = await certainTargets(targets, before, async (fixes) =>
      readingOf(file, withFixes(source, fixes).text),
    );
    const { text } = withFixes(source, waysOf(certain));
    if (certain.length > 0) found.fixed.push({ file, text, count: certain.length });
    found.changed.push(...certain);
    found.left.push(...targets.filter((target) => !certain.includes(target)).map(({ slide }) => slide));
  }
  return found;
}

/** Joins what one slide of the source became, and leaves out durations that are written there already. */
function wantedDurations(
  slides: readonly Slide[],
  seconds: ReadonlyMap<string, number>,
): { slide: Slide; seconds: number }[] {
  const wanted: { slide: Slide; seconds: number; written: number }[] = [];
  for (const slide of slides) {
    const [own, written] = [seconds.get(slide.id), slide.settings.duration ?? 0];
    const first = wanted.at(-1);
    if (!slide.continued) wanted.push({ slide, seconds: own ?? 0, written });
    else if (first) {
      first.seconds += own ?? 0;
      first.written += written;
    }
  }
  return wanted.filter((one) => one.seconds > 0 && one.seconds !== one.written);
}

/** Tries ways together; those that fail go on to their next way, until all that are left hold. */
async function certainTargets(
  targets: readonly Target[],
  before: Reading,
  read: (fixes: Fix[]) => Promise<Reading>,
): Promise<Target[]> {
  let trying = targets.filter(({ ways }) => ways.length > 0);
  while (trying.length > 0) {
    const after = await read(waysOf(trying));
    const expected = withDurations(before, trying);
    if (isSame(expected, { messages: after.messages, slides: after.slides })) return trying;
    const failed = trying.filter(({ index }) => !isSame(expected.slides[index], after.slides[index]));
    // What one of them does to others is not seen on itself.
    if (failed.length === 0 || after.slides.length !== expected.slides.length) return certainOnes(trying, before, read);
    for (const target of failed) target.ways.shift();
    trying = trying.filter(({ ways }) => ways.length > 0);
  }
  return [];
}

/** Tries targets one after the other, each beside those before it that hold. */
async function certainOnes(
  targets: readonly Target[],
  before: Reading,
  read: (fixes: Fix[]) => Promise<Reading>,
): Promise<Target[]> {
  const kept: Target[] = [];
  for (const target of targets) {
    while (target.ways.length > 0) {
      const { messages, slides } = await read(waysOf([...kept, target]));
      if (isSame(withDurations(before, [...kept, target]), { messages, slides })) {
        kept.push(target);
        break;
      }
      target.ways.shift();
    }
  }
  return kept;
}

function waysOf(targets: readonly Target[]): Fix[] {
  return targets.flatMap(({ ways }) => ways.slice(0, 1));
}

function withDurations({ messages, slides }: Reading, targets: readonly Target[]): Reading {
  const durations = new Map(targets.map(({ index, seconds }) => [index, seconds]));
  return {
    messages,
    slides: slides.map((slide, index) => {
      const duration = durations.get(index) ?? slide.settings.duration;
      return { ...slide, settings: { ...slide.settings, duration } };
    }),
  };
}

/** Returns where a slide's duration may be written: in place of the present one, after the heading, on `::slide`. */
function waysToWrite(source: string, { position }: Slide, seconds: number): Fix[] {
  const start = position && offsetOf(source, position.start);
  const end = position && offsetOf(source, position.end);
  if (start === undefined || end === undefined) return [];
  const own = source.slice(start, end);
  const setting = `duration=${writtenDuration(seconds)}`;
  const at = (from: number, to: number, text: string): Fix => ({ start: start + from, end: start + to, text });
  const [line = ''] = /^.*/.exec(own) ?? [];
  const heading = line.trimEnd();
  const closing = heading.replace(/\s+#+$/, '').length;
  const isHeading = /^#{1,6}(?:\s|$)/.test(line) || /^.*\r?\n[=-]+[ \t]*(?:\r?\n|$)/.test(own);
  return [
    ...[...own.matchAll(/\bduration=(?:"[^"]*"|'[^']*'|[^\s}]+)/g)].map(({ index, 0: text }) =>
      at(index, index + text.length, setting),
    ),
    ...(isHeading
      ? [
          ...[...heading.matchAll(/\}/g)].slice(-1).map(({ index }) => at(index, index, ` ${setting}`)),
          at(heading.length, heading.length, ` {${setting}}`),
          at(closing, closing, ` {${setting}}`),
        ]
      : []),
    ...[...own.matchAll(/^::slide\{[^}\n]*(?=\})/gm)].map(({ index, 0: text }) =>
      at(index + text.length, index + text.length, `${/[{\s]$/.test(text) ? '' : ' '}${setting}`),
    ),
    at(0, 0, `::slide{${setting}}${source.includes('\r\n') ? '\r\n\r\n' : '\n\n'}`),
  ];
}
