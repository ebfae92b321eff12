/** The documentation as text, for language models: a list of pages, and all of them in one file (llmstxt.org). */
import type { Site } from './site.ts';

/** Lists the pages with what each is for. */
export function llmsText({ docs }: Pick<Site, 'docs'>): string {
  const sections = [...Map.groupBy(docs, ({ section }) => section)].map(([section, pages]) => {
    const rows = pages.map(({ title, file, about }) => `- [${title}](docs/${file}): ${about}`);
    return `## ${section}\n\n${rows.join('\n')}\n`;
  });
  return `# Lectern

> Lectern turns a Markdown file into a talk: one offline reveal.js deck to present from, and PDFs to hand out.

Write the deck as Markdown, run \`lectern check deck.md --json\`, fix what it reports, and run it again until it reports nothing. Then
\`lectern build deck.md\` writes the deck. [All pages in one file](llms-full.txt)

${sections.join('\n')}`;
}

/** Joins the pages that people who write decks need, without marks for programs: no rules one by one, nothing about Lectern’s own code. */
export function llmsFullText({ docs }: Pick<Site, 'docs'>): string {
  const pages = docs.filter(({ id }) => !id.startsWith('rules/') && id !== 'architecture');
  return pages.map(({ text }) => text.replaceAll(/^<!-- .* -->\n\n?/gm, '').trim()).join('\n\n');
}
