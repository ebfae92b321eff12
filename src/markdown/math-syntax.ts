import { math } from 'micromark-extension-math';
import type { Extension } from 'micromark-util-types';
import { mathFlow } from './math-flow.ts';
import { mathText } from './math-text.ts';

/** Formulas in Markdown; what is between two `$$` in a line of text is read as micromark reads it. */
export function mathSyntax(): Extension {
  const doubled = math({ singleDollarTextMath: false }).text?.[36];
  return { flow: { 36: mathFlow }, text: { 36: [mathText, doubled ?? []].flat() } };
}
