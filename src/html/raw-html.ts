import type { Element, Nodes, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { HtmlPolicy } from '../model/deck.ts';
import { warn } from '../model/messages.ts';
import { eachElement, hasType } from '../model/walk.ts';

export interface RawHtmlOptions {
  /**
   * `safe` keeps what cannot run or load anything, `trusted` keeps everything.
   * @default 'safe'
   */
  policy?: HtmlPolicy;
}

/**
 * Parses the raw HTML of one slide, so that what is left open on it never reaches the next, and cleans it. Whatever is
 * taken out is a message. The HTML parser is loaded only where a slide has raw HTML.
 */
export const rawHtml: Plugin<[RawHtmlOptions?], Root> = ({ policy = 'safe' } = {}) => {
  return async (tree, file) => {
    if (!hasType(tree, 'raw')) return;
    const [{ raw }, { sanitize }, { safeSchema }] = await Promise.all([
      import('hast-util-raw'),
      import('hast-util-sanitize'),
      import('./safe-schema.ts'),
    ]);
    // Comments are for whoever reads the source.
    const parsed = asRoot(raw(tree, { file }));
    visit(parsed, 'comment', (_, index, parent) => {
      if (parent && index !== undefined) parent.children.splice(index, 1);
      return index;
    });
    if (policy === 'trusted') {
      tree.children = parsed.children;
      return;
    }
    const allowed = new Set(safeSchema.tagNames);
    eachElement(parsed, (element) => {
      report(element, allowed, file, tree);
      dropUnsafeStyle(element, file, tree);
    });
    tree.children = asRoot(sanitize(parsed, safeSchema)).children;
  };
};

function asRoot(node: Nodes): Root {
  return node.type === 'root' ? node : { type: 'root', children: node.type === 'doctype' ? [] : [node] };
}

/** Resolves character escapes (CSS Syntax Level 3, 4.3.7), which may spell `url`. */
function unescapeCss(style: string): string {
  return style.replace(
    /\\(?:([0-9a-f]{1,6})\s?|(.))/gi,
    (_, hex: string | undefined, character: string | undefined) => {
      const code = Number.parseInt(hex ?? '', 16);
      return character ?? (code <= 0x10ffff ? String.fromCodePoint(code) : '');
    },
  );
}

function report(element: Element, allowed: Set<string>, file: VFile, tree: Root): void {
  const place = element.position ?? tree.position;
  // Of all inputs only the boxes of task lists are no form.
  const isForm = element.tagName === 'input' && element.properties['type'] !== 'checkbox';
  if (isForm || !allowed.has(element.tagName)) {
    const reason = `Unexpected <${element.tagName}>, removed: it is not safe in a deck; set “html: trusted” in the front matter to keep it`;
    warn(file, reason, { place, ruleId: 'html-element' });
    // No element of that name is known, so it is taken out.
    if (isForm) element.tagName = 'form-input';
    return;
  }
  for (const name of Object.keys(element.properties)) {
    if (!/^on/i.test(name)) continue;
    const reason = `Unexpected ${name.toLowerCase()}= on <${element.tagName}>, removed: a deck runs no scripts of its own`;
    warn(file, reason, { place, ruleId: 'html-event-handler' });
  }
}

/** Every `url()` that is neither inside the document nor data would load something. */
const LOADING_STYLE = /url\(\s*["']?(?!#|data:)|@import|image-set\(|expression\(/i;

function dropUnsafeStyle(element: Element, file: VFile, tree: Root): void {
  const { style } = element.properties;
  if (typeof style !== 'string' || !LOADING_STYLE.test(unescapeCss(style))) return;
  delete element.properties['style'];
  const reason = `Unexpected url() in the style of <${element.tagName}>, removed: a deck loads nothing from outside`;
  warn(file, reason, { place: element.position ?? tree.position, ruleId: 'html-style' });
}
