import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { eachElement } from '../model/walk.ts';
import { element } from './elements.ts';
import { iconSvg, type IconSet, type LoadIcons } from './icon-svg.ts';
import { ownIds } from './svg.ts';

const SET = 'fluent-emoji-flat';
/** Cheap to ask: only where it says yes, the whole list of emoji is gone through. */
const MAY_HOLD_EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20E3]/u;
const NO_PROSE = new Set(['code', 'kbd', 'pre', 'samp', 'svg', 'math']);

/**
 * Draws emoji as SVG, each with its name: fonts for them are megabytes, differ from machine to machine, and where the deck
 * is printed there may be none. Those that the set lacks, such as flags, stay characters.
 */
export const emojiPictures: Plugin<[{ load: LoadIcons }], Root> = ({ load }) => {
  let count = 0;
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
      const children: ElementContent[] = [];
      for (const child of holder.children) {
        if (child.type === 'text') children.push(...(await drawn(child.value, set, () => `emoji${(count += 1)}`)));
        else children.push(child);
      }
      holder.children = children;
    }
  };
};

async function drawn(value: string, set: IconSet, prefix: () => string): Promise<ElementContent[]> {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const { 0: emoji, index } of value.matchAll(/\p{RGI_Emoji}/gv)) {
    const name = nameOf(emoji, set);
    const svg = name ? await iconSvg(set, name) : undefined;
    if (!svg || !name) continue;
    if (index > from) parts.push({ type: 'text', value: value.slice(from, index) });
    ownIds(svg, prefix());
    const properties = {
      className: ['emoji'],
      viewBox: svg.properties['viewBox'],
      width: '1em',
      height: '1em',
      role: 'img',
      ariaLabel: name.replaceAll('-', ' '),
    };
    parts.push(element('svg', properties, svg.children));
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
