import type { DrawingProblem } from '../model/drawing.ts';
import type { JsonPath } from './schema-faults.ts';

/** JSON as its author wrote it. */
export interface JsonSource {
  value: unknown;
  /** The line of what is at a path, or of what is around it; 1-based. */
  lineOf: (path: JsonPath) => number;
}

/** Names of a parser's mistakes, and the tokens that are missing. */
const MISSED = new Map([
  ['InvalidSymbol', 'a value, texts in double quotes,'],
  ['UnexpectedEndOfString', 'a double quote in the same line'],
  ['InvalidCommentToken', 'JSON without comments'],
  ['PropertyNameExpected', 'a name in double quotes'],
  ['ValueExpected', 'a value'],
  ['ColonExpected', 'a colon'],
  ['CommaExpected', 'a comma'],
  ['CloseBraceExpected', 'a closing }'],
  ['CloseBracketExpected', 'a closing ]'],
  ['EndOfFileExpected', 'nothing more'],
]);

/** Reads JSON, with places for messages. */
export async function readJson(
  source: string,
): Promise<JsonSource | (DrawingProblem & { position: { line: number; column: number } })> {
  const { findNodeAtLocation, parseTree, printParseErrorCode } = await import('jsonc-parser');
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length;
  const mistakes: { error: number; offset: number; length: number }[] = [];
  const tree = parseTree(source, mistakes, { disallowComments: true });
  const [mistake] = mistakes;
  if (mistake || !tree) {
    const { error = 0, offset = 0, length = 0 } = mistake ?? {};
    const found = source.slice(offset, offset + Math.min(length, 40)).split('\n', 1)[0];
    const missed = MISSED.get(printParseErrorCode(error)) ?? 'other characters';
    return {
      problem: `invalid JSON: expected ${missed}${found ? ` instead of “${found}”` : ' at the end'}`,
      line: lineAt(offset),
      position: { line: lineAt(offset), column: (source.slice(0, offset).split('\n').at(-1) ?? '').length + 1 },
    };
  }
  return {
    value: JSON.parse(source),
    lineOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const node = findNodeAtLocation(tree, path.slice(0, length));
        if (node) return lineAt(node.parent?.type === 'property' ? node.parent.offset : node.offset);
      }
      return lineAt(tree.offset);
    },
  };
}
