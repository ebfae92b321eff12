import { LAYOUTS } from '../../model/layouts.ts';
import { elementsOf, hasName, textOf } from '../slide-text.ts';
import { positionOf } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

const SHOWN = new Set(['img', 'svg', 'video', 'audio', 'table', 'pre']);

export const slotEmpty: Rule = defineRule({
  id: 'slot-empty',
  severity: 'warning',
  about: 'an empty place of a layout',
  options: {},
  check({ deck: { slides } }, report) {
    for (const slide of slides) {
      const { layout, background } = slide.settings;
      // A placeholder has a message of its own.
      const pictured =
        elementsOf(
          { content: [], background: slide.background },
          (element) => SHOWN.has(element.tagName) || hasName(element, 'missing-file'),
        ).length > 0;
      if (LAYOUTS[layout].pictured && !pictured && !background) {
        report(`Layout “${layout}” has a place for an image, but there is none; add one, or choose another layout`, {
          slide,
        });
      }
      for (const slot of elementsOf(slide, (element) => hasName(element, 'slot', 'column', 'cell'))) {
        const filled =
          textOf(slot) ||
          elementsOf({ content: [slot], background: [] }, ({ tagName }) => SHOWN.has(tagName)).length > 0;
        if (filled) continue;
        const name = slot.properties['dataSlot'];
        const what = typeof name === 'string' ? `The ${name} side of the layout “${layout}”` : 'A column';
        report(`${what} is empty; fill it, or choose another layout`, {
          slide,
          place: positionOf(slot),
          kind: String(name),
        });
      }
    }
  },
});
