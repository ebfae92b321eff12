import type { DialectSource } from '../../../model/dialect.ts';
import { htmlAttributes } from '../../common/html-attributes.ts';
import type { Separator } from '../separators.ts';
import { sectionNotes, sectionSeparators } from './section-attributes.ts';

/** Words of a page about the Markdown that it shows. */
interface PageWords {
  separators: Separator[];
  notes: string | undefined;
}

/** Finds the page next to a deck that shows it in `<section data-markdown>`: there its separators are. */
export async function findPage({ path, files, included }: DialectSource): Promise<PageWords | undefined> {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  if (included || name === '') return undefined;
  for (const address of new Set(['index.html', name.replace(/\.\w{1,9}$/, '.html'), '../index.html'])) {
    const page = await files.text(address);
    if ('problem' in page) continue;
    for (const [, written = ''] of String(page).matchAll(/<section\s([^<>]{0,2000})>/g)) {
      const attributes = htmlAttributes(written);
      const shown = (attributes.get('data-markdown') ?? '').split(/[?#]/)[0]?.split('/').at(-1);
      if (shown === name) return { separators: sectionSeparators(attributes), notes: sectionNotes(attributes) };
    }
  }
  return undefined;
}
