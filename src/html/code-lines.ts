import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { toString } from 'hast-util-to-string';
import type { Fence } from '../model/fence.ts';
import { eachElement } from '../model/walk.ts';
import { addClass, element, text } from './elements.ts';
import { isDiff, type FenceRegistry } from './fence-registry.ts';

/**
 * Splits code into lines where its fence asks for emphasis, steps, numbers or a diff, and adds its title. Each line is a
 * `span.code-line`; `data-at` names the steps that emphasise it. reveal.js moves lines by the class `hljs-ln-code`. On
 * pages that are higher than wide, lines that wrap go on behind their indent.
 */
export const codeLines: Plugin<[{ parts: FenceRegistry; upright: boolean }], Root> = ({ parts, upright }) => {
  return (tree) => {
    const animated = tree.data?.slide?.autoAnimate ?? false;
    let blocks = 0;
    const titled: [pre: Element, title: string][] = [];
    eachElement(tree, (pre) => {
      const code = pre.tagName === 'pre' ? pre.children[0] : undefined;
      if (code?.type !== 'element' || code.tagName !== 'code') return;
      const fence = parts.get(String(pre.properties['dataPart']));
      delete pre.properties['dataPart'];
      decorate(pre, code, { fence, animated, upright });
      // reveal.js moves lines between blocks that it takes for the same: the first of one slide and of the next, and so on.
      if (animated) pre.properties['dataId'] ??= `code-${(blocks += 1)}`;
      const title = fence?.attributes.values.get('title');
      if (typeof title === 'string') titled.push([pre, title]);
    });
    for (const [pre, title] of titled) giveTitle(pre, title);
  };
};

/** Letters that surely fit in a line on pages that are higher than wide. */
const UPRIGHT_LINE = 40;

interface CodeOptions {
  fence: Fence | undefined;
  /** Lines may move. */
  animated: boolean;
  upright: boolean;
}

function decorate(pre: Element, code: Element, { fence, animated, upright }: CodeOptions): void {
  const marks = fence && isDiff(fence) ? fence.value.split('\n').map((line) => line.charAt(0)) : [];
  const from = fence?.from ?? 1;
  const emphasis = fence?.emphasis ?? [];
  const needsLines = animated || emphasis.length > 0 || marks.length > 0 || fence?.attributes.values.has('numbers');
  if (!needsLines) {
    if (upright) hang(code);
    return;
  }
  addClass(code, 'hljs');
  if (fence?.attributes.values.has('numbers')) {
    addClass(pre, 'numbered');
    pre.properties['style'] = `--deck-line-from: ${from - 1}`;
  }
  if (emphasis.length > 0) addClass(pre, 'emphasised');
  if (emphasis.length > 1) pre.properties['dataCodeSteps'] = String(emphasis.length);
  if (marks.length > 0) addClass(pre, 'diff');
  code.children = linesWithEnds(code.children).map((children, index) => {
    const number = from + index;
    const at = emphasis.flatMap((ranges, step) =>
      ranges.some(([first, last]) => number >= first && number <= last) ? [step] : [],
    );
    const line = element('span', { className: ['code-line', 'hljs-ln-code'] }, children);
    if (emphasis.length > 1) line.properties['dataAt'] = at.join(' ');
    if (emphasis.length > 0 && !at.includes(0)) addClass(line, 'dim');
    mark(line, marks[index]);
    return line;
  });
}

/** Tells lines how far they are indented, where one is so long that it wraps. */
function hang(code: Element): void {
  const lines = linesWithEnds(code.children);
  const words = lines.map((children) => toString(element('span', {}, children)));
  if (words.every(({ length }) => length <= UPRIGHT_LINE)) return;
  code.children = lines.map((children, index) => {
    const indent = /^[ \t]*/.exec(words[index] ?? '')?.[0].replaceAll('\t', '  ').length ?? 0;
    return element('span', { className: ['code-line'], style: `--indent:${indent}` }, children);
  });
}

function mark(line: Element, sign: string | undefined): void {
  if (sign === undefined) return;
  if (sign === '+') addClass(line, 'added');
  if (sign === '-') addClass(line, 'removed');
  line.children.unshift(element('span', { className: ['diff-sign'] }, [text(`${sign === '' ? ' ' : sign} `)]));
}

/** The children of each line, its line end included. */
function linesWithEnds(children: ElementContent[]): ElementContent[][] {
  const lines = splitLines(children);
  // The line end behind the last line makes no line of its own.
  if (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop();
  for (const line of lines.slice(0, -1)) line.push(text('\n'));
  return lines;
}

/** The children of each line; elements that go over a line's end are there once for each line. */
function splitLines(children: ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const child of children) {
    const parts: ElementContent[][] =
      child.type === 'element'
        ? splitLines(child.children).map((inside) => [{ ...child, children: inside }])
        : child.type === 'text'
          ? child.value.split('\n').map((value) => (value ? [{ type: 'text', value }] : []))
          : [[child]];
    parts.forEach((part, index) => {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push(...part);
    });
  }
  return lines;
}

function giveTitle(pre: Element, title: string): void {
  const inner: Element = { ...pre };
  pre.tagName = 'figure';
  pre.properties = { className: ['code-block'] };
  pre.children = [element('figcaption', { className: ['code-title'] }, [text(title)]), inner];
}
