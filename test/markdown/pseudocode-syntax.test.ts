import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/markdown/pseudocode-phrases.ts';
import { parsePseudocode } from '../../src/markdown/pseudocode-syntax.ts';

/** Lines as text, indented by their level; lines that are not counted in brackets. */
function shown(source: string, noend = false): string[] {
  return parsePseudocode(source, { noend }).lines.map(({ level, counted, phrases, comment }) => {
    const text = phrases.map((phrase) => ('children' in phrase ? textOf(phrase.children) : phrase.value)).join('');
    const line = `${'  '.repeat(level)}${text}${comment.length > 0 ? ` // ${textOf(comment)}` : ''}`;
    return counted ? line : `[${line}]`;
  });
}

describe('an algorithm in LaTeX', () => {
  test.each<[source: string, lines: string[]]>([
    [String.raw`\If{$a$} \State b \Else \State c \EndIf`, ['if a then', '  b', 'else', '  c', 'end if']],
    [String.raw`\IF{a} \RETURN b \ENDIF`, ['if a then', '  return b', 'end if']],
    [String.raw`\State \Return $x$ \State y \Return z`, ['return x', 'y', 'return z']],
    [String.raw`\State x \Comment{why} \State y`, ['x // why', 'y']],
    [String.raw`\Repeat \State x \Until{y}`, ['repeat', '  x', 'until y']],
    [String.raw`\Function{F}{} \EndFunction`, ['function F()', 'end function']],
    [String.raw`\State \Call{F}{$x$, y} \And \True.`, ['F(x, y) and true.']],
    [String.raw`\Require x \Statex y \State z`, ['[Require: x]', '[y]', 'z']],
    [String.raw`\State 50\% {of} \{a\} % comment`, ['50% of {a}']],
    ['plain words\n  over two lines', ['plain words over two lines']],
    ['', []],
  ])('%s', (source, lines) => {
    expect(shown(source)).toEqual(lines);
  });

  test('has no ends where they are left out', () => {
    expect(shown(String.raw`\For{a} \If{b} \State c \EndIf \EndFor \State d`, true)).toEqual([
      'for a do',
      '  if b then',
      '    c',
      'd',
    ]);
  });
});

test('whatever the text, reading ends, and faults lie inside of it', () => {
  const parts = fc.constantFrom(
    ...String.raw`\State \If{ \EndIf \Else \Comment{ \Call \Nix \caption{ \begin{algorithm} \\ \ { } $ % x`.split(' '),
    ' ',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(parts), (written) => {
      const source = written.join('');
      for (const { offset, length } of parsePseudocode(source, { noend: false }).faults) {
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset + length).toBeLessThanOrEqual(source.length + 1);
      }
    }),
  );
});
