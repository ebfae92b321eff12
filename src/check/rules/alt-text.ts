import { elementsOf, hasName } from '../slide-text.ts';
import { positionOf } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

/** Names that cameras and programs give files. */
const FILE_NAME = /\.(?:png|jpe?g|gif|webp|avif|svg)$|^(?:img|dsc|screenshot|bild|image|untitled)[\s_-]*\d+$/i;

export const altText: Rule = defineRule({
  id: 'alt-text',
  severity: 'warning',
  about: 'an image without alternative text',
  options: {},
  check({ deck: { slides } }, report) {
    for (const slide of slides) {
      // What stands on a cover made from the front matter is its decoration.
      if (!slide.position) continue;
      const pictures = elementsOf(slide, (image) => image.tagName === 'img' && image.position !== undefined);
      for (const image of pictures) {
        const { alt, ariaHidden } = image.properties;
        const words = String(alt ?? '').trim();
        const decorative = hasName(image, 'decorative') || ariaHidden !== undefined;
        if (decorative || (words && !FILE_NAME.test(words))) continue;
        const reason = words
          ? `“${words}” is a file name, not a description; describe the image between the brackets`
          : 'Image has no alternative text; describe it between the brackets, or write {.decorative} after it';
        report(reason, { slide, place: positionOf(image) });
      }
    }
  },
});
