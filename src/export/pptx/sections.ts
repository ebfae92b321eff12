import { createHash } from 'node:crypto';
import type { Slide } from '../../model/deck.ts';
import { xml, type Element } from './xml.ts';

const POWERPOINT_2010 = 'http://schemas.microsoft.com/office/powerpoint/2010/main';

/**
 * Writes the sections of a deck as PowerPoint's; `undefined` where it has none. What comes before the first one is in a
 * section with the title of the talk, since a slide has to be in one.
 *
 * @param idOf - the id that a slide has in the presentation.
 */
export function sectionList(
  shown: readonly Slide[],
  { title, idOf }: { title: string; idOf: (index: number) => number },
): Element | undefined {
  if (shown.every(({ section }) => section === '')) return undefined;
  const sections: { name: string; ids: number[] }[] = [];
  shown.forEach((slide, index) => {
    const last = sections.at(-1);
    const isNew = slide.opensSection || !last || (slide.section !== '' && last.name !== slide.section);
    if (isNew) sections.push({ name: slide.section || title || 'Start', ids: [idOf(index)] });
    else last.ids.push(idOf(index));
  });
  return xml(
    'p:ext',
    { uri: '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}' },
    xml(
      'p14:sectionLst',
      { 'xmlns:p14': POWERPOINT_2010 },
      sections.map(({ name, ids }, index) =>
        xml(
          'p14:section',
          { name, id: guidOf(`${index} ${name}`) },
          xml(
            'p14:sldIdLst',
            {},
            ids.map((id) => xml('p14:sldId', { id })),
          ),
        ),
      ),
    ),
  );
}

/** Returns a GUID that is the same for the same text. */
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').toUpperCase();
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `{${parts.join('-')}}`;
}
