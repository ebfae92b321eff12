/** Writes speaker notes as a block of Lectern, between lines of colons that no line in them ends. */
export function notesBlock(text: string): string {
  const lines = dedented(text);
  const longest = Math.max(2, ...lines.map((line) => /^\s*(:{3,})/.exec(line)?.[1]?.length ?? 0));
  const colons = ':'.repeat(longest + 1);
  return `${colons}notes\n${lines.join('\n')}\n${colons}`;
}

/** Returns the lines without the spaces that all of them begin with, and without empty ones at both ends. */
function dedented(text: string): string[] {
  const all = text
    .replace(/^(?:[ \t]*\r?\n)+/, '')
    .trimEnd()
    .split(/\r?\n/);
  const [first = '', ...rest] = all;
  const depth = (line: string): number => line.length - line.trimStart().length;
  const common = Math.min(...rest.filter((line) => line.trim() !== '').map(depth), 100);
  return [first.trimStart(), ...rest.map((line) => line.slice(Math.min(common, depth(line))).trimEnd())];
}
