import type { PhrasingContent, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { inline } from './component.ts';

type Rag = 'red' | 'amber' | 'green';

/** The colours as people write them, in the languages that Lectern speaks. */
const WORDS: readonly [rag: Rag, words: RegExp][] = [
  ['red', /^(?:🔴|🟥|r(?![\p{L}])|red|rot|rouge|rojo|vermelho|rosso|rood|赤|红色?|紅色?|أحمر|אדום)(?![\p{L}])/iu],
  [
    'amber',
    /^(?:🟡|🟠|🟨|🟧|[ay](?![\p{L}])|amber|yellow|orange|gelb|jaune|ámbar|amarillo|amarelo|giallo|geel|黄|黄色|黃色|أصفر|צהוב)(?![\p{L}])/iu,
  ],
  ['green', /^(?:🟢|🟩|g(?![\p{L}])|green|grün|vert|verde|groen|緑|绿色?|綠色?|أخضر|ירוק)(?![\p{L}])/iu],
];

/**
 * Returns the content of a cell with a mark for the colour that it begins with: a circle for green, a triangle for amber, a
 * square for red, so that the colour is not all that tells them apart.
 */
export function ragMark({ children }: TableCell): PhrasingContent[] | undefined {
  const [first, ...rest] = children;
  if (first?.type !== 'text') return undefined;
  const text = first.value.trimStart();
  for (const [rag, words] of WORDS) {
    const [word] = words.exec(text) ?? [];
    if (word === undefined) continue;
    const behind = text.slice(word.length).replace(/^\s*[:–—-]?\s*/, '');
    const others: PhrasingContent[] = [...(behind ? [{ ...first, value: behind }] : []), ...rest];
    const mark = inline('span', { className: ['rag'], dataRag: rag, role: 'img', ariaLabel: word }, []);
    return toString({ type: 'paragraph', children: others }).trim() === '' ? [mark] : [mark, ...others];
  }
  return undefined;
}
