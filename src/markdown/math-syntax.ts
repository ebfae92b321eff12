import { math } from 'micromark-extension-math';
import type { Construct, Extension } from 'micromark-util-types';
import { mathFlow } from './math-flow.ts';
import { mathText } from './math-text.ts';

/** Formulas in Markdown; what is between two `$$` in a line of text is read as micromark reads it. */
export function mathSyntax(): Extension {
  const doubled = [math({ singleDollarTextMath: false }).text?.[36] ?? []].flat().map(onlyWhereItMay);
  return { flow: { 36: mathFlow }, text: { 36: [mathText, ...doubled] } };
}

/** micromark tries all constructs of a sign as soon as one of them may follow what is before it. */
function onlyWhereItMay(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const may = construct.previous?.call(this, this.previous) ?? true;
      return may ? construct.tokenize.call(this, effects, ok, nok) : nok;
    },
  };
}
