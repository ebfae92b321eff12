import { directiveToMarkdown } from 'mdast-util-directive';
import { mathToMarkdown } from 'mdast-util-math';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import { writtenDuration } from '../model/duration.ts';
import { deckTree } from './deck-tree.ts';
import type { Pace } from './pace.ts';
import type { Plan } from './planned.ts';
import { shieldWords } from './shield.ts';

export interface FrontFacts {
  title: string;
  subtitle?: string | undefined;
  author?: string | undefined;
  date?: string | undefined;
  theme?: string | undefined;
}

/** Writes a plan as a deck. */
export function writeDeck(plan: Plan, pace: Pace, facts: FrontFacts): string {
  const tree = shieldWords(deckTree(plan, pace));
  const body = unified()
    .data('toMarkdownExtensions', [
      directiveToMarkdown(),
      mathToMarkdown({ singleDollarTextMath: false }),
      { unsafe: UNSAFE },
    ])
    .use(remarkGfm)
    .use(remarkStringify, STYLE)
    .stringify(tree);
  return `---\n${stringify(frontOf(plan, pace, facts), { lineWidth: 0 })}---\n\n${body}`;
}

const STYLE: Options = { bullet: '-', rule: '-', emphasis: '*', fences: true, listItemIndent: 'one' };

/** Signs that are syntax in a deck, though not in CommonMark: braces after a heading, formulas, citations, steps. */
const UNSAFE: NonNullable<Options['unsafe']> = [
  { character: '{', inConstruct: ['phrasing', 'headingAtx'] },
  { character: '$', inConstruct: 'phrasing' },
];

function frontOf({ article }: Plan, pace: Pace, facts: FrontFacts): Record<string, unknown> {
  const { subtitle, author, date, theme, title } = facts;
  const isLong = pace.spoken > pace.total;
  return {
    title,
    ...(subtitle !== undefined && { subtitle }),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(article.lang !== 'und' && { lang: article.lang }),
    ...(theme !== undefined && { theme }),
    numbers: true,
    duration: writtenDuration(pace.total),
    ...(isLong && { check: { 'speaking-time': 'off' } }),
  };
}
