import type { DialectSource, SourceRange } from '../../model/dialect.ts';
import { scanLines, type SourceLine } from '../common/scan-lines.ts';
import type { DialectSlide } from '../slides.ts';

const MARK = /^::[ \t]{0,9}([\w-]+)[ \t]{0,9}::$/;
/** Slots on one side. Others are read in their order. */
const SIDES: ReadonlyMap<string, string> = new Map([
  ['left', 'left'],
  ['right', 'right'],
]);

interface Slot extends SourceRange {
  name: string;
  mark: SourceLine | undefined;
}

/** Turns `::right::` and the like into slots. @param start - where the content after the heading begins. */
export function readSlots(
  slide: DialectSlide,
  range: SourceRange,
  { layout, source }: { layout: string; source: DialectSource },
): void {
  const slots: Slot[] = [{ ...range, name: 'default', mark: undefined }];
  for (const line of scanLines(source.text, range)) {
    const name = line.isCode || line.isComment ? undefined : MARK.exec(line.text.trim())?.[1];
    if (name === undefined) continue;
    const last = slots.at(-1);
    if (last) last.end = line.start;
    slots.push({ start: line.next, end: range.end, name, mark: line });
  }
  if (slots.length === 1) return;
  const hasSides = slots.some(({ name }) => SIDES.has(name));
  if (hasSides && !/^(?:split|compare|image-)/.test(String(slide.settings.values.get('layout') ?? ''))) {
    slide.settings.values.set('layout', 'split');
  }
  for (const slot of slots) {
    const side = SIDES.get(slot.name) ?? sideOfDefault(slot.name, layout);
    const isEmpty = source.text.slice(slot.start, slot.end).trim() === '';
    const colons = ':'.repeat(hasInner(source.text.slice(slot.start, slot.end)) ? 6 : 3);
    const opening = side === undefined || isEmpty || !hasSides ? '' : `${colons}${side}\n`;
    if (slot.mark) source.replace(slot.mark, opening);
    else if (opening !== '') source.insert(slot.start, `\n${opening}`);
    if (opening !== '') source.insert(slot.end, `\n${colons}\n\n`);
  }
}

/** Where content before the first mark goes. */
function sideOfDefault(name: string, layout: string): string | undefined {
  if (name !== 'default') return undefined;
  return layout === 'two-cols' ? 'left' : layout === 'two-cols-header' ? 'full' : undefined;
}

function hasInner(text: string): boolean {
  return /v-?clicks|magic-move|v-switch|^:::/im.test(text);
}
