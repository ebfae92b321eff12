import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { LAYOUTS, TONES, type Layout, type SlideSettings } from '../model/deck.ts';
import { warn } from '../model/messages.ts';
import { suggestion } from '../model/nearest.ts';
import { openingHeading } from './slide-attributes.ts';
import type { SlideNode } from './slide-node.ts';

const SETTINGS = ['layout', 'tone', 'hidden', 'uncounted', 'numbers'] as const;

export interface ReadSettings {
  settings: SlideSettings;
  /** The id an author gave the slide. */
  id: string | undefined;
  /** The slide is a section divider by its shape or by its layout. */
  opensSection: boolean;
}

/** Reads a slide's settings off its attributes; unknown ones and bad values are messages at the slide. */
export function readSlideSettings(slide: SlideNode, file: VFile): ReadSettings {
  const values = new Map<string, string | true>();
  const classes: string[] = [];
  let id: string | undefined;
  for (const attributes of slide.data.attributes) {
    id = attributes.id ?? id;
    classes.push(...attributes.classes);
    for (const [key, value] of attributes.values) values.set(key, value);
  }
  const place = openingHeading(slide) ?? slide;
  const complain = (reason: string, ruleId: string): void => {
    warn(file, reason, { place, ruleId });
  };
  for (const key of values.keys()) {
    if (!SETTINGS.some((name) => name === key)) {
      complain(`Unexpected slide setting “${key}”${suggestion(key, SETTINGS)}`, 'slide-setting');
    }
  }
  function choice<T extends string>(key: string, allowed: readonly T[]): T | undefined {
    const value = values.get(key);
    if (value === undefined) return undefined;
    const found = allowed.find((name) => name === value);
    if (found === undefined) {
      const shown = value === true ? '' : value;
      complain(`Unexpected ${key} “${shown}”${suggestion(shown, allowed)}`, `slide-${key}`);
    }
    return found;
  }
  const flag = (key: string, otherwise: boolean): boolean => {
    const value = choice(key, ['true', 'false', ''] as const);
    return value === undefined ? otherwise : value !== 'false';
  };
  for (const [key, value] of values) if (value === true) values.set(key, '');
  const given = choice('layout', LAYOUTS);
  const opensSection = given === 'section' || (given === undefined && isSectionDivider(slide));
  const layout: Layout = given ?? (slide.data.cover ? 'cover' : opensSection ? 'section' : 'default');
  const tone = choice('tone', TONES);
  return {
    settings: {
      layout,
      tone,
      classes,
      hidden: flag('hidden', false),
      uncounted: flag('uncounted', false),
      numbers: flag('numbers', layout !== 'cover'),
    },
    id,
    opensSection,
  };
}

/** An h1 and nothing but at most one paragraph. */
function isSectionDivider(slide: SlideNode): boolean {
  const [heading, paragraph, ...more] = slide.children.filter(
    ({ type }) => type !== 'definition' && type !== 'footnoteDefinition',
  );
  if (heading?.type !== 'heading' || heading.depth !== 1 || more.length > 0 || slide.data.cover) return false;
  return (
    paragraph === undefined ||
    (paragraph.type === 'paragraph' && toString(paragraph) !== '' && !hasImage(paragraph.children))
  );
}

function hasImage(children: { type: string }[]): boolean {
  return children.some(({ type }) => type === 'image' || type === 'imageReference');
}
