/** A value that YAML reads as something else than text. */
interface Unquoted {
  /** The message after the name. */
  advice: string;
  /** Column of the value in its line, from 0. */
  column: number;
}

/** `key: value`, also as an item of a list. */
const LINE = /^[ \t]*(?:- +)?(?:[\w-]+:[ \t]+|"[^"]*":[ \t]+)?/;
/** Characters that mean something to YAML where a value begins; lists and maps end with their own bracket. */
const SIGNS = /^(?:[*&!@`%>|]|[-?] |\[(?=[^[\]]*\][^]*[^\]]$)|\{(?=[^{}]*\}[^]*[^}]$))/;
/** Text in quotes with more behind it. */
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*').*\S/;

/** Explains why the value on a line is not text to YAML, where quotes would make it text. */
export function unquotedText(line: string): Unquoted | undefined {
  const column = LINE.exec(line)?.[0].length ?? 0;
  const value = line.slice(column).trim();
  const sign = SIGNS.exec(value)?.[0].trim();
  if (sign) return { column, advice: `begins with “${sign}”; put it into quotes` };
  const inBrackets = bracketAdvice(value);
  if (inBrackets) return { column, advice: inBrackets };
  if (/^[[{]/.test(value)) return undefined;
  const quote = /^["']/.exec(value)?.[0];
  if (quote) {
    if (value.indexOf(quote, 1) === -1) return { column, advice: `has no second ${quote}; close it` };
    if (!QUOTED.test(value)) return undefined;
    return {
      column,
      advice: `goes on after ${quote}; put all of it into ${quote === '"' ? 'single' : 'double'} quotes`,
    };
  }
  return /:(?: |$)/.test(value) ? { column, advice: 'contains a colon and a space; put it into quotes' } : undefined;
}

/** Explains mistakes in lists and maps on one line. */
function bracketAdvice(value: string): string | undefined {
  const end = { '[': ']', '{': '}' }[value.charAt(0)];
  if (end === undefined) return undefined;
  const comment = /[\s:,[{](#[\w-]+)/.exec(value)?.[1];
  if (comment) return `has a “#”, which begins a comment; put ${comment} into quotes`;
  return value.includes(end) ? undefined : `is not closed; end it with “${end}”`;
}

/** Errors of the YAML parser, by code and words, and advice for authors. */
const FAULTS: [code: RegExp, message: RegExp, advice: string][] = [
  [/^MISSING_CHAR$/, /closing "quote/, 'a quotation mark is not closed; add " at the end of the value'],
  [/^MISSING_CHAR$/, /closing 'quote/, "a quotation mark is not closed; add ' at the end of the value"],
  [/^TAB_AS_INDENT$/, /^/, 'a tab indents a line; use spaces'],
  [/^(?:BAD_INDENT|MISSING_CHAR)$/, /with a ]/, 'a list is not closed; add “]” at its end'],
  [/^(?:BAD_INDENT|MISSING_CHAR)$/, /with a }/, 'settings in braces are not closed; add “}” at their end'],
  [/^MISSING_CHAR$/, /^Missing , /, 'a comma is missing between two values'],
  [/^MISSING_CHAR$/, /^Comments must/, 'a comment begins right after a value; write a space before “#”'],
  [/^BLOCK_AS_IMPLICIT_KEY$/, /^/, 'a key is indented below a value; write it at the beginning of its line'],
  [/^(?:MULTILINE_IMPLICIT_KEY|MISSING_CHAR)$/, /^Implicit/, 'a line has no colon; write “key: value”'],
  [/^DUPLICATE_KEY$/, /^/, 'this key appears twice; keep one of them'],
  [/^BAD_DQ_ESCAPE$/, /^/, 'a backslash in double quotes escapes nothing; use single quotes, or write two backslashes'],
  [
    /^BAD_INDENT$/,
    /^/,
    'a line has the wrong indentation; indent all entries of a setting by the same number of spaces',
  ],
  [/^RESOURCE_EXHAUSTION$/, /^/, 'settings are nested too deeply; use fewer levels'],
];

/** Explains what the YAML parser refuses. */
export function faultAdvice(code: string, message: string): string {
  const known = FAULTS.find(([codes, words]) => codes.test(code) && words.test(message));
  return known?.[2] ?? 'it cannot be read here; write “key: value”, and put values with special characters into quotes';
}
