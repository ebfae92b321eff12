/** Elements whose text is never Markdown. */
const VERBATIM = new Set(['pre', 'code', 'script', 'style', 'svg', 'math', 'textarea', 'kbd', 'samp']);
const MARKS = [
  /`[^`\n]+`/,
  /\*\*[^\s*][^*\n]*\*\*/,
  /(?<![\w*])\*(?:[^\s*]|[^\s*][^*\n]*[^\s*])\*(?![\w*])/,
  /(?<![\w_])_(?:[^\s_]|[^\s_][^_\n]*[^\s_])_(?![\w_])/,
  /!\[[^[\]\n]*\]\([^()\n]*\)/,
  /(?<!!)\[[^[\]\n]+\]\([^()\n]+\)/,
  // A heading, a row of a table, and two items below each other: one dash may be anything.
  /(?<=^|[\n\uFFFC])#{1,6} [^\n]+/,
  /(?<=\n)\|[ \t:-]{0,200}-[ \t|:-]{0,500}(?=\n)/,
  /(?<=[\n\uFFFC])[ \t]{0,20}(?:[-*+] [^\n]{1,2000}(?=\n[ \t]{0,20}[-*+] )|\d{1,2}\. [^\n]{1,2000}(?=\n[ \t]{0,20}\d{1,2}\. ))/,
];
/** Placeholder of a tag between two texts; a line begins after it, but no second item of a list. */
const TAG = '\n\uFFFC';
/** Not prices: nothing blank inside either dollar, and no digit behind. */
const FORMULA = /(?<![\\$\w])\$[^\s$](?:[^$\n]*[^\s$])?\$(?![\d$])/;

/** Finds the first Markdown inside a block of raw HTML, which CommonMark leaves as it is. Nothing is shown of declarations. */
export function markdownInHtml(html: string): string | undefined {
  if (/^<[!?](?!--)/.test(html)) return undefined;
  const text = textOf(html);
  for (const mark of [...MARKS, FORMULA]) {
    const found = mark.exec(text)?.[0];
    if (found !== undefined) return found.length > 40 ? `${found.slice(0, 40)}…` : found;
  }
  return undefined;
}

/** The text between the tags, comments and verbatim elements left out. */
function textOf(html: string): string {
  let verbatim: string | undefined;
  return html
    .split('<')
    .map((part, index) => {
      const [, close = '', name = ''] = index === 0 ? [] : (/^(\/?)([a-z][\w-]*)/i.exec(part) ?? []);
      const tag = name.toLowerCase();
      if (verbatim === undefined && part.startsWith('!--')) verbatim = '!--';
      else if (verbatim === undefined && close === '' && VERBATIM.has(tag)) verbatim = tag;
      else if (verbatim === tag && close !== '') verbatim = undefined;
      if (verbatim === '!--' && part.includes('-->')) verbatim = undefined;
      if (verbatim !== undefined) return '';
      return index === 0 ? part : part.slice(part.indexOf('>') + 1);
    })
    .join(TAG);
}
