import { expect, test } from 'vitest';
import { breakBoxes, breakDecisions, breakEdges } from '../../src/client/diagrams/decision-labels.ts';

const measure = (words: string): number => words.length * 10;
const decided = (source: string): string => breakDecisions(source, measure, 20);

test('a decision has as many lines as make its diamond smallest', () => {
  expect(decided('A{Enough orders?} --> B')).toBe('A{Enough<br/>orders?} --> B');
  expect(decided('A{"Approved by product owner?"}')).toBe('A{"Approved<br/>by product<br/>owner?"}');
  expect(decided('A{Paid?}')).toBe('A{Paid?}');
});

test('what is not the plain label of a decision stays as it is', () => {
  for (const source of [
    'A{{A hexagon with words}}',
    'A@{ shape: rect, label: "Words in it" }',
    'A{one line<br/>and another}',
    '%%{init: {"flowchart": {"padding": 3}}}%%',
    'A[Not a decision at all]',
  ])
    expect(decided(source)).toBe(source);
});

test('labels of edges have lines of about one length', () => {
  const broken = (source: string): string => breakEdges(source, measure);
  expect(broken('A -->|scattered blue| B')).toBe('A -->|scattered<br/>blue| B');
  expect(broken('A -- yes, within three attempts --> B')).toBe('A -- yes, within<br/>three attempts --> B');
  expect(broken('A -->|yes| B')).toBe('A -->|yes| B');
});

test('labels of boxes have lines of about one length', () => {
  const broken = (source: string): string => breakBoxes(source, measure, 280);
  expect(broken('A --> F[New direction p, conjugate to the old]')).toBe(
    'A --> F[New direction p,<br/>conjugate to the old]',
  );
  expect(broken('A([Start]) --> B[(Orders)]')).toBe('A([Start]) --> B[(Orders)]');
  expect(broken('click A openTheWindow(with words that are many and long)')).toContain(
    'with words that are many and long',
  );
});
