import type { DrawingProblem } from '../model/drawing.ts';
import { didYouMean } from '../model/did-you-mean.ts';

/** Words that diagrams begin with, as authors write them; others of their kind end with `-beta`. */
const KINDS =
  `architecture block C4Context classDiagram erDiagram flowchart gantt gitGraph graph journey kanban mindmap packet
  pie quadrantChart radar requirementDiagram sankey sequenceDiagram stateDiagram-v2 timeline treemap xychart`.split(
    /\s+/,
  );

/** Empties lines that are comments: Mermaid would take them out, and count the others without them. */
export function withoutComments(source: string): string {
  return source.replace(/^[ \t]*%%(?!\{).*$/gm, '');
}

/** Takes signs of Font Awesome off words: without that font only their names would be seen. */
export function withoutIcons(source: string): string {
  return source.replace(/\bfa[bklrs]?:fa-[\w-]+[ \t]+(?=\w)/g, '');
}

/** Kinds that leave out a `>` in their labels. */
const LOSING = /^[ \t]*(?:flowchart|graph|stateDiagram|mindmap|kanban)/m;

/** Writes a `>` in labels, as in `x > 3`, by its name in Mermaid; arrows have no blank before it. */
export function withSigns(source: string): string {
  return LOSING.test(source)
    ? source.replace(/(?<=[ \t])>(?=[ \t=\d])|(?<=[\p{L}\d])>(?==\s?[\p{L}\d])/gu, '#gt;')
    : source;
}

/**
 * Says what Mermaid says of a diagram so that authors find it: in which line, and what is there.
 *
 * @param source - without comments.
 */
export function mermaidProblem(message: string, source: string): DrawingProblem {
  const skipped = skippedLines(source);
  const lineOf = (counted: string): { line: number } => ({ line: Number(counted) + skipped });
  if (message.startsWith('No diagram type detected')) {
    const word = /\S+/.exec(source.split('\n').slice(skipped).join('\n'))?.[0];
    return word === undefined
      ? { problem: 'the diagram is empty' }
      : { problem: `Mermaid has no diagram “${word}”${didYouMean(word, KINDS)}`, line: skipped + 1 };
  }
  const line = /on line (\d+)/i.exec(message)?.[1];
  const found = unexpected(message);
  if (found !== undefined) {
    const problem = `Mermaid did not expect ${found ? `“${found}”` : 'the end of the diagram'} here`;
    return { problem, ...(line !== undefined && lineOf(line)) };
  }
  const reason =
    message
      .split('\n', 1)[0]
      ?.replace(/ on line \d+:?\s*/i, '')
      .replace(/[.:…\s]+$/, '') ?? '';
  const own = /^(?:Cannot read|undefined|\w+ is not a function)/.test(reason);
  const place = line === undefined ? namedLine(message, source) : lineOf(line);
  return { problem: own || !reason ? `Mermaid cannot draw it${reason && ` (${reason})`}` : reason, ...place };
}

/** Returns what is where a parser stopped; empty at the end. */
function unexpected(message: string): string | undefined {
  // Mermaid has two kinds of parsers. One shows the line with a mark below it.
  const [, text = '', mark = ''] = /\n(.*)\n(-*)\^/.exec(message) ?? [];
  if (/\n-*\^/.test(message)) return text.slice(mark.length).trim().slice(0, 30).trim();
  const letter = /unexpected character: ->(.+?)<-/s.exec(message)?.[1];
  if (letter !== undefined) return letter;
  return /but found `(.*?)`/s.exec(message)?.[1]?.slice(0, 30);
}

/** Lines before those that Mermaid counts: its own front matter and settings, and blank ones. */
function skippedLines(source: string): number {
  const settings = /^-{3}\s*\n.*?\n-{3}\s*\n+/s.exec(source)?.[0] ?? '';
  const rest = source
    .slice(settings.length)
    .replace(/%%\{[\s\S]*?\}%%/g, (directive) => directive.replace(/[^\n]/g, ' '));
  return `${settings}${/^\s*/.exec(rest)?.[0]}`.split('\n').length - 1;
}

/** Returns the line of a name or value in a message that has no line itself. */
function namedLine(message: string, source: string): { line: number } | undefined {
  const words = [...message.matchAll(/"([^"]+)"|\[([^\]]+)\]|:\s*([\w-]+)$/gm)].flatMap(([, ...groups]) =>
    groups.filter(Boolean),
  );
  const lines = source.split('\n');
  for (const word of words) {
    const name = /[^ ]+$/.exec(word)?.[0] ?? word;
    const index = name.length > 1 ? lines.findIndex((text) => text.includes(name)) : -1;
    if (index >= 0) return { line: index + 1 };
  }
  return undefined;
}
