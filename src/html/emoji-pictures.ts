import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import type { RawMarkups } from '../model/raw-markup.ts';
import { markImpure } from '../model/hast-data.ts';
import { warn } from '../model/messages.ts';
import { eachElement } from '../model/walk.ts';
import { element, text } from './elements.ts';
import { emojiParts } from './emoji-parts.ts';
import type { IconSet, LoadIcons } from '../model/icon-set.ts';
import { iconSvg } from './icon-svg.ts';

const SET = 'fluent-emoji-flat';
/** Cheap to ask: only where it says yes, the whole list of emoji is gone through. */
const MAY_HOLD_EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20E3]/u;
const NO_PROSE = new Set(['code', 'kbd', 'pre', 'samp', 'svg', 'math']);

export interface EmojiOptions {
  load: LoadIcons;
  rawMarkup: RawMarkups;
}

/**
 * Draws emoji as SVG, each with its name: fonts for them are megabytes, differ from machine to machine, and where the deck
 * is printed there may be none. Several people are drawn side by side, and flags are letters.
 */
export const emojiPictures: Plugin<[EmojiOptions], Root> = ({ load, rawMarkup }) => {
  return async (tree, file) => {
    const holders: Element[] = [];
    eachElement(tree, (holder) => {
      if (NO_PROSE.has(holder.tagName)) return;
      if (holder.children.some((child) => child.type === 'text' && MAY_HOLD_EMOJI.test(child.value)))
        holders.push(holder);
    });
    const set = holders.length > 0 ? await load(SET) : undefined;
    if (!set) return;
    markImpure(tree);
    const reported = new Set<string>();
    for (const holder of holders) {
      const report = (emoji: string): void => {
        if (reported.has(emoji)) return;
        reported.add(emoji);
        const reason = `No image of “${emoji}” is known: it is shown only if a font has it, and never in PDFs; write a word`;
        warn(file, reason, { place: holder.position ?? tree.position, ruleId: 'emoji' });
      };
      holder.children = holder.children.flatMap((child) =>
        child.type === 'text' ? drawn(child.value, set, rawMarkup, report) : [child],
      );
    }
  };
};

function drawn(value: string, set: IconSet, rawMarkup: RawMarkups, report: (emoji: string) => void): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const { 0: emoji, index } of value.matchAll(/\p{RGI_Emoji}/gv)) {
    const found = emojiParts(emoji, set.chars ?? {});
    const made = found && ('letters' in found ? flag(found.letters) : picture(found.pictures, set, rawMarkup));
    if (!made) {
      report(emoji);
      continue;
    }
    if (index > from) parts.push({ type: 'text', value: value.slice(from, index) });
    parts.push(made);
    from = index + emoji.length;
  }
  if (from < value.length) parts.push({ type: 'text', value: value.slice(from) });
  return parts;
}

/** Fonts with flags are rare, and letters can be read everywhere. */
function flag(letters: string): Element {
  return element('span', { className: ['emoji-flag'], role: 'img', ariaLabel: `flag ${letters}` }, [text(letters)]);
}

function picture(
  found: { name: string; mirrored: boolean }[],
  set: IconSet,
  rawMarkup: RawMarkups,
): Element | undefined {
  const label = { role: 'img', ariaLabel: found.map(({ name, mirrored }) => wordsOf(name, mirrored)).join(', ') };
  const alone = found.length === 1;
  const drawings = found.map(({ name, mirrored }) => {
    const properties = { className: ['emoji'], ...(mirrored && { style: 'transform:scaleX(-1)' }) };
    return iconSvg(set, name, {
      rawMarkup,
      properties: { ...properties, ...(alone ? label : { ariaHidden: 'true' }) },
    });
  });
  const made = drawings.filter((drawing) => drawing !== undefined);
  if (made.length < found.length) return undefined;
  return alone ? made[0] : element('span', { className: ['unbroken'], ...label }, made);
}

function wordsOf(name: string, mirrored: boolean): string {
  const words = name.replaceAll('-', ' ');
  return mirrored ? words.replace('left', 'right') : words;
}
