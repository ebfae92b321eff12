/** A value that YAML reads as something else than text. */
interface Unquoted {
  /** What to say of it, behind its name. */
  advice: string;
  /** Column of the value in its line, from 0. */
  column: number;
}

/** `key: value`, also as an item of a list. */
const LINE = /^[ \t]*(?:- +)?(?:[\w-]+:[ \t]+|"[^"]*":[ \t]+)?/;
/** Characters that mean something to YAML where a value begins; lists and maps end with their own bracket. */
const SIGNS = /^(?:[*&!@`%>|]|[-?] |\[(?=[^\]]*\][^]*[^\]]$)|\{(?=[^}]*\}[^]*[^}]$))/;

/** Why the value on a line is no text to YAML, where quotes would make it one. */
export function unquotedText(line: string): Unquoted | undefined {
  const column = LINE.exec(line)?.[0].length ?? 0;
  const value = line.slice(column).trim();
  const sign = SIGNS.exec(value)?.[0].trim();
  if (sign) return { column, advice: `begins with “${sign}”; put it into quotes` };
  const inBrackets = bracketAdvice(value);
  if (inBrackets) return { column, advice: inBrackets };
  const quote = /^["']/.exec(value)?.[0];
  if (quote) {
    if (value.indexOf(quote, 1) === -1) return { column, advice: `has no second ${quote}; close it` };
    if (value.endsWith(quote)) return undefined;
    return {
      column,
      advice: `goes on behind ${quote}; put all of it into ${quote === '"' ? 'single' : 'double'} quotes`,
    };
  }
  return /:(?: |$)/.test(value) ? { column, advice: 'has a colon and a blank in it; put it into quotes' } : undefined;
}

/** What goes wrong in lists and maps on one line. */
function bracketAdvice(value: string): string | undefined {
  const end = { '[': ']', '{': '}' }[value.charAt(0)];
  if (end === undefined) return undefined;
  const comment = /[\s:,[{](#[\w-]+)/.exec(value)?.[1];
  if (comment) return `has a “#”, which begins a comment; put ${comment} into quotes`;
  return value.includes(end) ? undefined : `is not closed; end it with “${end}”`;
}
