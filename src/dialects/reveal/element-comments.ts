import type { ListItem, Nodes, Parents, RootContent } from 'mdast';
import type { DialectSource, SourceRange } from '../../model/dialect.ts';
import { fragmentOf, stepBraces, type Fragment } from '../common/fragments.ts';
import { htmlAttributes } from '../common/html-attributes.ts';
import { wrapSteps } from '../common/wrap-steps.ts';
import { rangeOf, type DialectSlide } from '../slides.ts';

const ELEMENT = /^<!--\s{0,99}\.?element:?\s([\s\S]*?)-->\s*$/;
/** Attributes at the end of a block, as in `words {.fragment style="color: red"}`. */
const BRACES = /\{([^{}\n]{0,300}[.=][^{}\n]{0,300})\}$/;

/** A comment with attributes for what is before it, as in `<!-- .element: class="fragment" -->`. */
interface ElementComment {
  range: SourceRange;
  attributes: Map<string, string>;
  /** The element that gets the attributes. */
  target: Nodes;
}

/** Turns the attributes of single elements into steps, sizes and HTML. */
export function readElementComments(slide: DialectSlide, source: DialectSource): void {
  const comments = slide.nodes.flatMap((node, index) => commentsIn(node, slide.nodes[index - 1]));
  const items = new Map<ListItem, Fragment>();
  for (const comment of comments) {
    source.remove(withSpaceBefore(comment.range, source.text));
    const { target, attributes } = comment;
    const fragment = fragmentOf(attributes);
    if (target.type === 'listItem') {
      if (fragment) items.set(target, fragment);
      else styleInline(target, attributes, source);
    } else if (fragment) stepOf(target, fragment, source);
    else styleOf(target, { attributes, slide }, source);
  }
  stepItems(slide.nodes, items, source);
}

function commentsIn(node: RootContent, before: RootContent | undefined): ElementComment[] {
  if (node.type === 'html') {
    const found = ELEMENT.exec(node.value);
    return found && before
      ? [{ range: rangeOf(node), attributes: htmlAttributes(found[1] ?? ''), target: before }]
      : [];
  }
  const found: ElementComment[] = [];
  const visit = (parent: Parents, block: Nodes): void => {
    for (const [index, child] of parent.children.entries()) {
      const match = child.type === 'html' ? ELEMENT.exec(child.value) : undefined;
      if (match && child.type === 'html') {
        const target = targetOf(parent.children.slice(0, index)) ?? block;
        found.push({ range: rangeOf(child), attributes: htmlAttributes(match[1] ?? ''), target });
        continue;
      }
      const isLast = index === parent.children.length - 1;
      const braces = isLast && child.type === 'text' ? BRACES.exec(child.value.trimEnd()) : undefined;
      if (child.type === 'text' && braces && (parent.type === 'paragraph' || /fragment|style/.test(braces[1] ?? ''))) {
        const end = rangeOf(child).end - (child.value.length - child.value.trimEnd().length);
        const only = braces.index === 0 || child.value.slice(0, braces.index).trim() === '';
        const target = (only ? targetOf(parent.children.slice(0, index)) : undefined) ?? block;
        found.push({
          range: { start: end - braces[0].length, end },
          attributes: braceAttributes(braces[1] ?? ''),
          target,
        });
      } else if ('children' in child) {
        visit(child, child.type === 'paragraph' && parent.type === 'listItem' ? parent : child);
      }
    }
  };
  const text = node.type === 'paragraph' ? node.children[0] : undefined;
  // The opening line of a block between colons has attributes of its own.
  const isBlock = text?.type === 'text' && text.value.startsWith(':::');
  if ('children' in node && !isBlock) visit(node, node);
  return found;
}

/** Reads `.class`, `#id` and `key=value` between braces. */
function braceAttributes(text: string): Map<string, string> {
  const attributes = htmlAttributes(text);
  const classes: string[] = [];
  for (const name of attributes.keys()) {
    if (!/^[.#]/.test(name)) continue;
    attributes.delete(name);
    if (name.startsWith('#')) attributes.set('id', name.slice(1));
    else classes.push(name.slice(1));
  }
  if (classes.length > 0) attributes.set('class', [attributes.get('class') ?? '', ...classes].join(' ').trim());
  return attributes;
}

/** Returns the element right before a comment; `undefined` after text, which belongs to its block. */
function targetOf(before: readonly Nodes[]): Nodes | undefined {
  const last = before.findLast((node) => !(node.type === 'text' && node.value.trim() === ''));
  return last && last.type !== 'text' && last.type !== 'html' && last.type !== 'break' ? last : undefined;
}

function stepOf(target: Nodes, fragment: Fragment, source: DialectSource): void {
  const range = rangeOf({ position: target.position });
  if (target.type === 'heading') {
    const [first, last] = [target.children[0], target.children.at(-1)];
    if (first && last)
      inStep({ start: rangeOf(first).start, end: withoutComment(target, source).end }, fragment, source);
  } else if (isInline(target)) inStep(range, fragment, source);
  else wrapSteps(range, fragment, source);
}

/** Steps of list items: the whole list, if each of them is one; else the words of single items. */
function stepItems(nodes: readonly Nodes[], items: ReadonlyMap<ListItem, Fragment>, source: DialectSource): void {
  if (items.size === 0) return;
  const visit = (node: Nodes): void => {
    if (node.type === 'list' && node.children.every((item) => items.get(item) && !hasPlainList(item, items))) {
      const fragments = node.children.map((item) => items.get(item));
      if (fragments.every((one) => one?.at === undefined && one?.effect === fragments[0]?.effect)) {
        wrapSteps(rangeOf(node), fragments[0] ?? {}, source);
        return;
      }
    }
    if (node.type === 'listItem') {
      const fragment = items.get(node);
      const first = node.children[0];
      if (fragment && first?.type === 'paragraph') inStep(withoutComment(first, source), fragment, source);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const node of nodes) visit(node);
}

/** Tells whether an item has a list whose items do not appear in steps. */
function hasPlainList(item: ListItem, items: ReadonlyMap<ListItem, Fragment>): boolean {
  return item.children.some((child) => child.type === 'list' && !child.children.every((one) => items.has(one)));
}

/** The range of what is in a block, without a comment at its end. */
function withoutComment(block: Parents, { text }: DialectSource): SourceRange {
  const start = rangeOf(block.children[0] ?? { position: block.position }).start;
  const kept = block.children.filter((child) => !(child.type === 'html' && ELEMENT.test(child.value)));
  const end = rangeOf(kept.at(-1) ?? { position: block.position }).end;
  const written = text.slice(start, end).trimEnd();
  const braces = BRACES.exec(written);
  return { start, end: start + (braces ? written.slice(0, braces.index).trimEnd() : written).length };
}

function inStep({ start, end }: SourceRange, fragment: Fragment, source: DialectSource): void {
  if (end <= start) return;
  source.insert(start, ':step[');
  source.insert(end, `]${stepBraces(fragment)}`);
}

function isInline({ type }: Nodes): boolean {
  return /^(?:emphasis|strong|delete|inlineCode|inlineMath|link|linkReference|image|imageReference)$/.test(type);
}

/** Gives a block or a part of a line the look that a comment asks for. */
function styleOf(
  target: Nodes,
  { attributes, slide }: { attributes: Map<string, string>; slide: DialectSlide },
  source: DialectSource,
): void {
  const image = imageIn(target);
  const braces = bracesOf(attributes);
  if (image || target.type === 'link') {
    const at = rangeOf({ position: (image ?? target).position }).end;
    if (braces !== '') source.insert(at, `{${braces}}`);
    return;
  }
  if (target.type === 'heading') {
    if (
      /\br-fit-text\b/.test(attributes.get('class') ?? '') &&
      slide.nodes.find(({ type }) => type !== 'html') === target
    ) {
      slide.settings.values.set('layout', 'statement');
      return;
    }
    styleInline(target, attributes, source);
    return;
  }
  if (isInline(target)) {
    const { start, end } = rangeOf({ position: target.position });
    const tag = tagOf('span', attributes);
    source.insert(start, tag);
    source.insert(end, tag && '</span>');
    return;
  }
  const tag = tagOf('div', attributes);
  if (tag === '' || target.type === 'html') return;
  const { start, end } = rangeOf({ position: target.position });
  source.insert(start, `${tag}\n\n`);
  source.insert(end, '\n\n</div>');
}

function styleInline(target: Nodes, attributes: Map<string, string>, source: DialectSource): void {
  const block = target.type === 'listItem' ? target.children[0] : target;
  const tag = tagOf('span', attributes);
  if (!block || !('children' in block) || tag === '') return;
  const { start, end } = withoutComment(block, source);
  source.insert(start, tag);
  source.insert(end, '</span>');
}

/** The only image of a paragraph, or the image itself. */
function imageIn(node: Nodes): Nodes | undefined {
  if (node.type === 'image') return node;
  if (node.type !== 'paragraph') return undefined;
  const shown = node.children.filter(
    (child) => child.type !== 'html' && !(child.type === 'text' && child.value.trim() === ''),
  );
  return shown.length === 1 && shown[0]?.type === 'image' ? shown[0] : undefined;
}

function bracesOf(attributes: ReadonlyMap<string, string>): string {
  const parts: string[] = [];
  for (const name of (attributes.get('class') ?? '').split(/\s+/))
    if (/^[a-z][\w-]*$/i.test(name)) parts.push(`.${name}`);
  const style = attributes.get('style') ?? '';
  for (const name of ['width', 'height']) {
    const value =
      attributes.get(name) ??
      new RegExp(String.raw`(?:^|[;\s])${name}:\s{0,9}([\d.]{1,9}(?:px|%|em|vh|vw)?)`).exec(style)?.[1];
    if (value && /^[\d.]{1,9}(?:px|%|em|vh|vw|rem)?$/.test(value)) parts.push(`${name}=${value}`);
  }
  return parts.join(' ');
}

function tagOf(name: 'div' | 'span', attributes: ReadonlyMap<string, string>): string {
  const parts = ['class', 'style', 'id'].flatMap((key) => {
    const value = attributes.get(key)?.trim();
    return value ? [`${key}="${value.replaceAll('"', "'")}"`] : [];
  });
  return parts.length > 0 ? `<${name} ${parts.join(' ')}>` : '';
}

function withSpaceBefore({ start, end }: SourceRange, text: string): SourceRange {
  let from = start;
  while (text.charAt(from - 1) === ' ' || text.charAt(from - 1) === '\t') from -= 1;
  return { start: from, end };
}
