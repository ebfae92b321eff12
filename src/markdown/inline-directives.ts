import type { PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { warn } from '../model/messages.ts';
import { become, readDirective } from './directive.ts';

/** Reads `:kbd[Ctrl+C]`: plus signs separate keys. */
export function kbd(node: TextDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  const keys = toString(node)
    .split(/(?<=[^+])\+(?=.)/)
    .map((key) => key.trim());
  become(node, keys.length > 1 ? 'span' : 'kbd', { common, ...(keys.length > 1 && { className: ['keys'] }) });
  if (keys.length < 2) return;
  node.children = keys
    .flatMap((key): PhrasingContent[] => [
      { type: 'text', value: '+' },
      { type: 'emphasis', children: [{ type: 'text', value: key }], data: { hName: 'kbd' } },
    ])
    .slice(1);
}

/** Reads `:mark[text]`. */
export function mark(node: TextDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  become(node, 'mark', { common });
}

/** Reads `:abbr[HTML]{title="Hypertext Markup Language"}`. */
export function abbr(node: TextDirective, file: VFile): void {
  const { common, settings } = readDirective(node, file, ['title']);
  const title = settings.text('title');
  if (!title) {
    const reason = 'Abbreviation has no “title”; write what it is short for: :abbr[…]{title="…"}';
    warn(file, reason, { place: node, ruleId: 'abbr-title' });
  }
  become(node, 'abbr', { common, ...(title && { title }) });
}

/** Reads `:span[text]{lang=ar .class}`: text in another language or style. */
export function span(node: TextDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  become(node, 'span', { common });
}

/** Reads `:icon[name]` or `:icon[set:name]`; icons are loaded later. */
export function icon(node: TextDirective, file: VFile): void {
  const { common, settings } = readDirective(node, file, ['label']);
  const name = toString(node).trim();
  const label = settings.text('label');
  become(node, 'span', { common, dataIcon: name, ...(label && { dataLabel: label }) });
  node.children = [];
}
