import type { Source } from './read/source.ts';
import { inlineText } from './inline.ts';
import { detectLanguage, languageOf } from './languages/detect.ts';
import type { Tagger } from './grammar/tag-english.ts';
import { outline } from './outline.ts';
import { paceOf } from './pace.ts';
import { planTalk } from './plan.ts';
import type { Plan } from './planned.ts';
import { rowsOf, type DraftRow } from './rows.ts';
import { namesOfSections, themeOfArticle, withFirstTitle } from './thread.ts';
import { factsOfArticle } from './facts.ts';
import type { RefusedWords, Writer } from './writer.ts';
import { writeDeck } from './write-deck.ts';

export interface DraftOptions {
  /** Title, author and theme instead of those that the article has. */
  title?: string | undefined;
  author?: string | undefined;
  theme?: string | undefined;
  /** Seconds. */
  duration?: number | undefined;
  /** Language tag instead of the one that the article's words tell. */
  lang?: string | undefined;
  /** Writes words for the slots of the plan. @default the draft's own */
  write?: Writer | undefined;
  /** Stands for the title where the article has none: the name of its file. */
  name: string;
}

export interface Draft {
  deck: string;
  plan: Plan;
  /** The content of each slide, its source, and the reason. */
  rows: DraftRow[];
  /** Words of the writer that were not taken. */
  refused: readonly RefusedWords[];
  /** Seconds: of all notes, and of the talk as planned. */
  spoken: number;
  total: number;
}

/** Makes a deck of an article. */
export async function draftArticle(source: Source, options: DraftOptions): Promise<Draft> {
  const given = options.lang ?? source.lang;
  const language = given === undefined ? detectLanguage(textOf(source)) : languageOf(given);
  const { loadEnglishTagger } = await import('./grammar/tag-english.ts');
  const tagger = language.code === 'en' ? await loadEnglishTagger() : undefined;
  const found = outline(source, { language, lang: given ?? language.code, tagger });
  const article = source.level === 'one' ? withFirstTitle(found) : found;
  const planned = planTalk(article, { duration: options.duration });
  const { plan, refused } = await written(planned, options.write, tagger);
  const slides = [...plan.sections.flatMap((section) => section.slides), ...(plan.closing ? [plan.closing] : [])];
  const pace = paceOf(slides, options.duration);
  const named = options.title ?? article.title?.text;
  const thread = named ?? themeOfArticle(article);
  const deck = writeDeck(plan, pace, {
    title: thread ?? options.name,
    subtitle:
      article.subtitle?.text ??
      (named === undefined && thread !== undefined ? namesOfSections(article, thread) : undefined),
    author: options.author ?? article.author,
    date: article.date,
    theme: options.theme,
  });
  return {
    deck,
    plan,
    refused,

    rows: rowsOf(plan, pace),
    spoken: pace.spoken,
    total: pace.total,
  };
}

async function written(
  plan: Plan,
  write: Writer | undefined,
  tagger: Tagger | undefined,
): Promise<{ plan: Plan; refused: readonly RefusedWords[] }> {
  if (!write) return { plan, refused: [] };
  const { fillSlots } = await import('./writer.ts');
  return fillSlots(plan, write, factsOfArticle(plan.article, tagger));
}

function textOf({ tree }: Source): string {
  return tree.children.map((node) => ('children' in node ? inlineTextOf(node.children) : '')).join('\n');
}

function inlineTextOf(nodes: readonly unknown[]): string {
  return nodes
    .map((node) => {
      const one = node as { value?: unknown; children?: readonly unknown[] };
      return one.children
        ? inlineTextOf(one.children)
        : typeof one.value === 'string'
          ? inlineText([{ type: 'text', value: one.value }])
          : '';
    })
    .join(' ');
}
