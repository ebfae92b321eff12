import { readFile, writeFile } from 'node:fs/promises';

// #region pipeline
export async function build(name: string): Promise<void> {
  const source = await readFile(`${name}.md`, 'utf8');
  const deck = compile(source);
  await writeFile(`${name}.html`, render(deck));
}
// #endregion

function compile(source: string): string[] {
  return source.split(/^---$/m);
}

function render(slides: string[]): string {
  return slides.join('\n<hr>\n');
}
