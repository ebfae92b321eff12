import { elementsOf, hasName } from '../slide-text.ts';
import { positionOf } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

/** What cameras and programs call their files. */
const FILE_NAME = /\.(?:png|jpe?g|gif|webp|avif|svg)$|^(?:img|dsc|screenshot|bild|image|untitled)[\s_-]*\d+$/i;

export const altText: Rule = defineRule({
  id: 'alt-text',
  severity: 'warning',
  about: 'a picture without words for those who do not see it',
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
          ? `“${words}” is the name of a file, not what the picture shows; say that between the brackets`
          : 'Picture has no text; say what it shows between the brackets, or write {.decorative} behind it';
        report(reason, { slide, place: positionOf(image) });
      }
    }
  },
});
