import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { OUTPUTS, type Output } from '../model/deck.ts';
import { warn } from '../model/messages.ts';
import { become, readDirective } from './directive.ts';

/** Reads `:::only{in=deck}`: content for some outputs; separate several with blanks, as in `in="pdf handout"`. */
export function only(node: ContainerDirective, file: VFile): void {
  const { common, settings } = readDirective(node, file, ['in']);
  const outputs = settings.parsed('in', readOutputs, `one or more of ${OUTPUTS.join(', ')}`);
  if (!settings.has('in')) {
    const reason = 'Unexpected “:::only” without “in”, expected {in=deck}, {in=pdf} or {in=handout} after it';
    warn(file, reason, { place: node, ruleId: 'only-in' });
  }
  become(node, 'div', { common, className: ['only'], ...(outputs && { dataOnly: outputs.join(' ') }) });
}

function readOutputs(text: string): Output[] | undefined {
  const names = text.split(/[\s,]+/).filter(Boolean);
  const outputs = OUTPUTS.filter((output) => names.includes(output));
  return names.length > 0 && outputs.length === new Set(names).size ? outputs : undefined;
}
