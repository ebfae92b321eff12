import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { markImpure } from '../model/hast-data.ts';
import { warn } from '../model/messages.ts';
import { eachElement } from '../model/walk.ts';

/** The ids of one deck; each is given out once. */
export interface IdRegistry {
  /** Keeps an id that an author wrote until it is claimed: none that is made takes it. */
  reserve: (id: string) => void;
  /** Takes the id an author wrote; a duplicate is reported and gets another. */
  claim: (id: string, file: VFile, place: Node | undefined) => string;
  /** Makes an id from text. */
  make: (text: string, fallback: string) => string;
  has: (id: string) => boolean;
  all: () => string[];
}

/** Creates the registry that keeps ids unique in a deck. */
export function createIdRegistry(): IdRegistry {
  const slugger = new GithubSlugger();
  const reserved = new Set<string>();
  return {
    reserve(id) {
      if (Object.hasOwn(slugger.occurrences, id)) return;
      slugger.occurrences[id] = 0;
      reserved.add(id);
    },
    claim(id, file, place) {
      if (reserved.delete(id)) return id;
      if (!Object.hasOwn(slugger.occurrences, id)) {
        slugger.occurrences[id] = 0;
        return id;
      }
      const other = slugger.slug(id, true);
      warn(file, `Duplicate id “${id}”: this one became “${other}”; choose another id`, {
        place: place?.position ? place : undefined,
        ruleId: 'duplicate-id',
      });
      return other;
    },
    make(text, fallback) {
      // The second pass takes the dashes that punctuation leaves behind; a bare number is a slide's index to reveal.js.
      const slug = new GithubSlugger().slug(text.replace(/\s/g, ' ')).replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
      return slugger.slug(slug === '' ? fallback : /^\d+$/.test(slug) ? `slide-${slug}` : slug, true);
    },
    has: (id) => Object.hasOwn(slugger.occurrences, id),
    all: () => Object.keys(slugger.occurrences),
  };
}

const HEADING = /^h[1-6]$/;

/** Makes the ids on one slide unique in the deck and gives one to each heading below the slide's own. */
export const ids: Plugin<[{ registry: IdRegistry }], Root> = ({ registry }) => {
  return (tree, file) => {
    // The slide itself carries the id of the heading that opens it.
    const opening = tree.children.find((child): child is Element => child.type === 'element');
    eachElement(tree, (element) => {
      // The older way to name the target of a link.
      if (element.tagName === 'a') nameById(element);
      const { id } = element.properties;
      const written = typeof id === 'string' && id !== '' ? id : undefined;
      if (written !== undefined && tree.data?.givenIds?.delete(written)) return;
      if (written === undefined && (!HEADING.test(element.tagName) || element === opening)) return;
      markImpure(tree);
      element.properties['id'] =
        written === undefined ? registry.make(toString(element), 'heading') : registry.claim(written, file, element);
    });
  };
};

function nameById({ properties }: Element): void {
  const { name } = properties;
  delete properties['name'];
  if (typeof name === 'string' && name !== '') properties['id'] ??= name;
}
