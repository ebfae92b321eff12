import type { Element, Nodes, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { HtmlPolicy } from '../model/deck.ts';
import { warn } from '../model/messages.ts';
import { eachElement, hasType } from '../model/walk.ts';
import { adviceFor, uselessAdvice } from './element-advice.ts';
import { loadsFiles } from '../model/loading-css.ts';
import { gatherLoosePictures } from './loose-pictures.ts';
import { markOwnElements, unmarkOwnElements } from './own-elements.ts';

export interface RawHtmlOptions {
  /**
   * `safe` keeps what cannot run or load anything, `trusted` keeps everything.
   * @default 'safe'
   */
  policy?: HtmlPolicy;
  /** Whether the deck cannot ask for trust. */
  untrusted?: boolean | undefined;
}

/**
 * Parses the raw HTML of one slide, so that what is left open on it never reaches the next, and cleans it. Whatever is
 * taken out is a message. The HTML parser is loaded only where a slide has raw HTML.
 */
export const rawHtml: Plugin<[RawHtmlOptions?], Root> = ({ policy = 'safe', untrusted = false } = {}) => {
  return async (tree, file) => {
    if (!hasType(tree, 'raw')) return;
    const [{ raw }, { sanitize }, { safeSchema }, { closeOpenTags }] = await Promise.all([
      import('hast-util-raw'),
      import('hast-util-sanitize'),
      import('./safe-schema.ts'),
      import('./open-tags.ts'),
    ]);
    closeOpenTags(tree, file);
    const mark = markOwnElements(tree, String(file));
    const parsed = asRoot(parseWith(raw, tree, file));
    unmarkOwnElements(parsed, mark, file);
    // Comments are for readers of the source.
    visit(parsed, 'comment', (_, index, parent) => {
      if (parent && index !== undefined) parent.children.splice(index, 1);
      return index;
    });
    if (policy === 'safe') {
      const allowed = new Set(safeSchema.tagNames);
      eachElement(parsed, (element) => {
        report(element, { allowed, untrusted, file, tree });
        dropUnsafeStyle(element, file, tree);
      });
    } else eachElement(parsed, (element) => reportUseless(element, file, tree));
    tree.children = policy === 'safe' ? asRoot(sanitize(parsed, safeSchema)).children : parsed.children;
    gatherLoosePictures(tree);
  };
};

/** The parser takes HTML in pieces, which few combinations of broken tags make it fail on: such HTML is shown as text. */
function parseWith(raw: (tree: Root, options: { file: VFile }) => Nodes, tree: Root, file: VFile): Nodes {
  try {
    return raw(tree, { file });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    visit(tree, 'raw', (node, index, parent) => {
      if (parent && index !== undefined) parent.children[index] = { type: 'text', value: node.value };
    });
    const reason =
      'The HTML on this slide cannot be read and is shown as text: close its tags, or write it in one block';
    warn(file, reason, { place: tree.position, ruleId: 'html-syntax' });
    return tree;
  }
}

function asRoot(node: Nodes): Root {
  return node.type === 'root' ? node : { type: 'root', children: node.type === 'doctype' ? [] : [node] };
}

interface Reporting {
  allowed: Set<string>;
  untrusted: boolean;
  file: VFile;
  tree: Root;
}

function report(element: Element, { allowed, untrusted, file, tree }: Reporting): void {
  const place = element.position ?? tree.position;
  // Of all inputs only the boxes of task lists are no form.
  const isForm = element.tagName === 'input' && element.properties['type'] !== 'checkbox';
  if (isForm || !allowed.has(element.tagName)) {
    const reason = `<${element.tagName}> was removed: ${adviceFor(element, { untrusted })}`;
    warn(file, reason, { place, ruleId: 'html-element' });
    // No element of that name is known, so it is taken out.
    if (isForm) element.tagName = 'form-input';
    return;
  }
  for (const name of Object.keys(element.properties)) {
    if (!/^on/i.test(name)) continue;
    const reason = `${name.toLowerCase()}= was removed from <${element.tagName}>: a deck runs no scripts`;
    warn(file, reason, { place, ruleId: 'html-event-handler' });
  }
}

/** Trust does not make HTML of unknown elements, or parts of the deck of other files. */
function reportUseless(element: Element, file: VFile, tree: Root): void {
  const isScoped = element.tagName === 'style' && element.properties['scoped'] !== undefined;
  const advice = uselessAdvice(element);
  if (!isScoped && advice === undefined) return;
  const reason = isScoped
    ? '<style scoped> applies to all slides; add a class after the slide’s heading, and begin selectors with it'
    : `<${element.tagName}> ${isBlank(element) ? 'is shown empty' : 'has no effect'}: ${advice}`;
  warn(file, reason, { place: element.position ?? tree.position, ruleId: 'html-element' });
}

function isBlank({ children }: Element): boolean {
  return children.every((child) => child.type === 'comment' || (child.type === 'text' && child.value.trim() === ''));
}

function dropUnsafeStyle(element: Element, file: VFile, tree: Root): void {
  const { style } = element.properties;
  if (typeof style !== 'string' || !loadsFiles(style)) return;
  delete element.properties['style'];
  const reason = `url() was removed from the style of <${element.tagName}>: a deck loads nothing from the web; save the file in the project and show it with Markdown`;
  warn(file, reason, { place: element.position ?? tree.position, ruleId: 'html-style' });
}
