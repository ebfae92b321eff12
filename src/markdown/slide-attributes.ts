import type { Heading, Nodes, PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { directiveAttributes, htmlProperties, type Attributes } from '../model/attributes.ts';
import { warn } from '../model/messages.ts';
import { isOpenData } from '../model/own-data.ts';
import { hasType, walk } from '../model/walk.ts';
import { takeHeadingAttributes } from './attributes.ts';
import { isSlide, type SlideNode } from './slide-node.ts';

/** Attributes of any heading besides an id and classes. */
const INLINE = /^(?:lang|dir)$/;

declare module 'mdast' {
  interface HeadingData {
    /** Attributes in the braces after it. */
    attributes?: Attributes;
  }
}

/**
 * Takes `{…}` off headings, so that later steps find the text alone. The attributes are read when the headings are on
 * slides.
 */
export const headingAttributes: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file);
  if (!source.includes('{')) return;
  for (const child of tree.children) {
    if (child.type === 'footnoteDefinition') continue;
    walk(child, (heading: Nodes) => {
      const attributes = heading.type === 'heading' ? takeHeadingAttributes(heading, source) : undefined;
      if (heading.type !== 'heading' || !attributes) return;
      heading.data = { ...heading.data, attributes };
      if (attributes.id) heading.data.hProperties = { ...heading.data.hProperties, id: attributes.id };
    });
  }
};

/** Collects a slide's settings from the heading that opens it and from `::slide{…}`, and takes them off the text. */
export const slideAttributes: Plugin<[], Root> = () => (tree, file) => {
  for (const slide of tree.children) {
    if (!isSlide(slide)) continue;
    takeSlideDirectives(slide);
    const opening = openingHeading(slide);
    walk(slide, (heading: Nodes) => {
      if (heading.type !== 'heading') return;
      const { attributes, ...data } = heading.data ?? {};
      if (!attributes) return;
      heading.data = data;
      if (heading !== opening) applyToHeading(heading, attributes, file);
      else {
        slide.data.attributes.push(attributes);
        const own = new Map([...attributes.values].filter(([key]) => key.startsWith('data-')));
        // The id is that of the slide.
        const { id: _, ...others } = data.hProperties ?? {};
        heading.data.hProperties = { ...others, ...htmlProperties({ classes: [], values: own }) };
      }
    });
    // Nothing but attributes or a comment: no heading that anybody would see or hear.
    slide.children = slide.children.filter((node) => node.type !== 'heading' || node.children.some(isSeen));
  }
};

function isSeen(node: PhrasingContent): boolean {
  return node.type !== 'html' || !node.value.startsWith('<!--');
}

/** Returns the heading whose attributes are the slide's: its first block, of any depth. */
export function openingHeading(slide: SlideNode): Heading | undefined {
  const first = slide.children[0];
  return first?.type === 'heading' ? first : undefined;
}

function takeSlideDirectives(slide: SlideNode): void {
  if (!hasType(slide, 'leafDirective')) return;
  visit(slide, 'leafDirective', (node, index, parent) => {
    if (node.name !== 'slide' || !parent || index === undefined) return undefined;
    slide.data.attributes.push(directiveAttributes(node.attributes));
    parent.children.splice(index, 1);
    return index;
  });
}

function applyToHeading(heading: Heading, attributes: Attributes, file: VFile): void {
  for (const key of attributes.values.keys()) {
    if (INLINE.test(key) || isOpenData(key)) continue;
    attributes.values.delete(key);
    const reason = `Setting “${key}” has no effect on a heading inside a slide; move it to the slide’s first heading`;
    warn(file, reason, { place: heading, ruleId: 'slide-setting' });
  }
  heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, ...htmlProperties(attributes) } };
}
