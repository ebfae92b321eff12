import type { PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { warn } from '../model/messages.ts';
import { become, readDirective } from './directive.ts';

/** Characters of the shortest rule and of the longest. */
const [SHORTEST, LONGEST] = [6, 60];

/** Reads `:blank[answer]`: words on slides, and a rule to write on in handouts. */
export function blank(node: TextDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  const answer = toString(node).trim();
  if (answer === '') {
    const reason = 'Unexpected “:blank” without an answer, expected one in brackets: :blank[answer]';
    warn(file, reason, { place: node, ruleId: 'directive-value' });
  }
  const length = Math.min(Math.max([...answer].length, SHORTEST), LONGEST);
  const part = (className: string, children: PhrasingContent[], style?: string): PhrasingContent => ({
    type: 'emphasis',
    children,
    data: { hName: 'span', hProperties: { className: [className], ...(style && { style }) } },
  });
  node.children = [part('answer', node.children), part('rule', [], `--blank: ${length}`)];
  become(node, 'span', { common, className: ['blank'], dataComponent: 'blank' });
}
