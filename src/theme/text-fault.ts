import type { RuleId } from '../model/rule-ids.ts';
/** A syntax error in a style sheet. */
export interface TextFault {
  reason: string;
  index: number;
  ruleId: RuleId;
}

/**
 * Finds what a browser would pass over: braces that do not match, so that what follows belongs to another rule or is left
 * out, and the end of a style element in the middle.
 */
export function textFault(css: string): TextFault | undefined {
  const loose = unbalanced(css);
  if (loose) {
    const what = loose.brace === '}' ? 'no rule is open that it could close' : 'its rule is never closed';
    return { reason: `Unexpected “${loose.brace}”: ${what}`, index: loose.index, ruleId: 'theme-syntax' };
  }
  const end = /<\/style/i.exec(css);
  if (!end) return undefined;
  const reason = '“</style” would end the style sheet inside the deck; write “<\\/style”';
  return { reason, index: end.index, ruleId: 'theme-markup' };
}

interface Unbalanced {
  brace: '{' | '}';
  index: number;
}

/** Returns the first unmatched `}`, or the last unclosed `{`; `undefined` where all match. */
function unbalanced(css: string): Unbalanced | undefined {
  const open: number[] = [];
  for (const { 0: token, index } of css.matchAll(
    /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[{}]/g,
  )) {
    if (token === '{') open.push(index);
    else if (token === '}' && open.pop() === undefined) return { brace: '}', index };
  }
  const index = open.at(-1);
  return index === undefined ? undefined : { brace: '{', index };
}
