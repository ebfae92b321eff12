import type { Nodes } from 'hast';
import { VFile } from 'vfile';
import { compile } from '../../src/compile/compile.ts';
import { createHighlighter } from '../../src/html/highlight.ts';
import type { Deck } from '../../src/model/deck.ts';
import { eachElement } from '../../src/model/walk.ts';

const highlighter = createHighlighter();

/** Compiles a deck twice and returns what is wrong with what comes out; empty where all is well. */
export async function faultsOf(source: string): Promise<string[]> {
  try {
    const [deck, file] = await compiled(source);
    const [again, fileAgain] = await compiled(source);
    const faults = [...unsafeParts(deck, source), ...lostPlaces(file, source)];
    if (outputOf(deck, file) !== outputOf(again, fileAgain)) faults.push('two compiles differ');
    return faults;
  } catch (error) {
    return [`thrown: ${error instanceof Error ? error.stack : String(error)}`];
  }
}

async function compiled(value: string): Promise<[Deck, VFile]> {
  const file = new VFile({ path: 'fuzz.md', value });
  return [await compile(file, { highlighter }), file];
}

function outputOf({ slides, rawMarkup, footer, meta }: Deck, { messages }: VFile): string {
  const shown = slides.map((slide) => ({ ...slide, file: slide.file.path }));
  return JSON.stringify([shown, [...rawMarkup], footer, meta, messages.map(String)]);
}

/** Nothing that a deck says may run in the page, unless it asks to be trusted. */
function unsafeParts({ slides, meta }: Deck, source: string): string[] {
  if (meta.html === 'trusted') return [];
  const found: string[] = [];
  for (const { content, background, notes } of slides) {
    const tree: Nodes = { type: 'root', children: [...content, ...background, ...notes] };
    eachElement(tree, ({ tagName, properties }) => {
      if (tagName === 'script') found.push('a script in the tree');
      for (const [name, value] of Object.entries(properties)) {
        if (/^on[a-z]/i.test(name)) found.push(`the handler ${name}`);
        const isAddress = /^(?:href|src|action|formAction|data|poster|xLinkHref)$/.test(name);
        if (isAddress && /^(?:javascript|vbscript):/i.test(String(value).replace(/[^!-~]/g, '')))
          found.push(`${name}=${String(value)}`);
      }
    });
  }
  return found.map((what) => `${what} (source of ${source.length} characters)`);
}

function lostPlaces(file: VFile, source: string): string[] {
  // A lone carriage return ends a line in CommonMark and in no editor, so both ways to count are right.
  const counted = [source.split('\n'), source.split(/\r\n|\r|\n/)];
  return file.messages.flatMap(({ line, column, reason }) => {
    const isThere = counted.some((lines) => (column ?? 1) <= (lines[(line ?? 1) - 1]?.length ?? -1) + 1);
    return line === undefined || isThere ? [] : [`message outside of the text, ${line}:${column}: ${reason}`];
  });
}
