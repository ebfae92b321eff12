import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import type { Insets } from '../model/insets.ts';
import { eachElement } from '../model/walk.ts';
import { iconSvg, type IconSet, type LoadIcons } from './icon-svg.ts';

const SET = 'fluent-emoji-flat';
/** Cheap to ask: only where it says yes, the whole list of emoji is gone through. */
const MAY_HOLD_EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20E3]/u;
const NO_PROSE = new Set(['code', 'kbd', 'pre', 'samp', 'svg', 'math']);

export interface EmojiOptions {
  load: LoadIcons;
  insets: Insets;
}

/**
 * Draws emoji as SVG, each with its name: fonts for them are megabytes, differ from machine to machine, and where the deck
 * is printed there may be none. Those that the set lacks, such as flags, stay characters.
 */
export const emojiPictures: Plugin<[EmojiOptions], Root> = ({ load, insets }) => {
  return async (tree) => {
    const holders: Element[] = [];
    eachElement(tree, (holder) => {
      if (NO_PROSE.has(holder.tagName)) return;
      if (holder.children.some((child) => child.type === 'text' && MAY_HOLD_EMOJI.test(child.value)))
        holders.push(holder);
    });
    const set = holders.length > 0 ? await load(SET) : undefined;
    if (!set) return;
    for (const holder of holders) {
      holder.children = holder.children.flatMap((child) =>
        child.type === 'text' ? drawn(child.value, set, insets) : [child],
      );
    }
  };
};

function drawn(value: string, set: IconSet, insets: Insets): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const { 0: emoji, index } of value.matchAll(/\p{RGI_Emoji}/gv)) {
    const name = nameOf(emoji, set) ?? '';
    const properties = { className: ['emoji'], role: 'img', ariaLabel: name.replaceAll('-', ' ') };
    const svg = iconSvg(set, name, { insets, properties });
    if (!svg) continue;
    if (index > from) parts.push({ type: 'text', value: value.slice(from, index) });
    parts.push(svg);
    from = index + emoji.length;
  }
  if (from < value.length) parts.push({ type: 'text', value: value.slice(from) });
  return parts;
}

/** Sets leave the variation selector out, or keep it. */
function nameOf(emoji: string, { chars = {} }: IconSet): string | undefined {
  const points = [...emoji].map((character) => (character.codePointAt(0) ?? 0).toString(16));
  const plain = points.filter((point) => point !== 'fe0f');
  return chars[points.join('-')] ?? chars[plain.join('-')];
}
