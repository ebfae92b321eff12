import { describe, expect, test } from 'vitest';
import { mermaidProblem, withoutComments, withSigns } from '../../src/diagrams/mermaid-problem.ts';

const jison = (line: number, before: string, rest: string): string =>
  `Parse error on line ${line}:\n${before}${rest}\n${'-'.repeat(before.length)}^\nExpecting 'AMP', got 'LINK'`;

describe('problems that Mermaid finds are reported with their line in the fence', () => {
  const flow = 'flowchart LR\n  A --> B\n  B --> --> C';
  test.each<[string, string, number]>([
    ['alone', '', 3],
    ['behind front matter', '---\ntitle: T\n---\n', 6],
    ['behind front matter and blank lines', '---\ntitle: T\n---\n\n\n', 8],
    ['behind settings', '%%{init: {"theme": "base"}}%%\n', 4],
    ['behind settings of several lines', '%%{init: {\n"theme": "base"\n}}%%\n\n', 7],
    ['behind blank lines', '\n\n', 5],
  ])('%s', (_, before, line) => {
    const source = before + flow;
    // Mermaid counts from the first line of the diagram itself.
    expect(mermaidProblem(jison(3, '  B --> ', '--> C'), source)).toEqual({
      problem: 'Mermaid did not expect “--> C” here',
      line,
    });
  });

  test('a sign in a label is written by its name, arrows and shapes stay', () => {
    expect(withSigns('flowchart LR\n A["x > 3"] -- y >= 2 --> B{z>=1} ==> C>flag]')).toBe(
      'flowchart LR\n A["x #gt; 3"] -- y #gt;= 2 --> B{z#gt;=1} ==> C>flag]',
    );
    expect(withSigns('sequenceDiagram\n A->>B: x > 3')).toBe('sequenceDiagram\n A->>B: x > 3');
  });

  test('comments leave their lines empty', () => {
    expect(withoutComments('%% one\nflowchart LR\n  %% two\n  A["50 %%"] --> B\n%%{init: {}}%%')).toBe(
      '\nflowchart LR\n\n  A["50 %%"] --> B\n%%{init: {}}%%',
    );
  });

  test.each<[string, string, object]>([
    [
      jison(2, 'A[open', ''),
      'flowchart LR\nA[open',
      { problem: 'Mermaid did not expect the end of the diagram here', line: 2 },
    ],
    [
      'Parsing failed: Lexer error on line 3, column 9: unexpected character: ->x<- at offset: 22, skipped 1 characters.',
      'pie\n"A": 1\n"B": x',
      { problem: 'Mermaid did not expect “x” here', line: 3 },
    ],
    [
      'Parsing failed: Parse error on line 2, column 8: Expecting token of type \':\' but found `"A"`.',
      'packet-beta\n0-15 "A"',
      { problem: 'Mermaid did not expect “"A"” here', line: 2 },
    ],
    [
      'No diagram type detected matching given configuration for text: flowchrt',
      'flowchrt LR',
      { problem: 'Mermaid has no diagram “flowchrt”; did you mean “flowchart”?', line: 1 },
    ],
    ['No diagram type detected matching given configuration for text: ', ' \n', { problem: 'the diagram is empty' }],
    ['Invalid date:2026-99-01', 'gantt\n  T :a, 2026-99-01, 3d', { problem: 'Invalid date:2026-99-01', line: 2 }],
    [
      'No parent could be found for ("lost")',
      'mindmap\n  root\nlost',
      { problem: 'No parent could be found for ("lost")', line: 3 },
    ],
    [
      "Cannot read properties of undefined (reading 'events')",
      'timeline',
      { problem: "Mermaid cannot draw it (Cannot read properties of undefined (reading 'events'))" },
    ],
  ])('%s', (message, source, problem) => {
    expect(mermaidProblem(message, source)).toEqual(problem);
  });
});
