/**
 * Resolves what `content` of a pseudo-element shows: strings and counters. The counters of Lectern's style sheets number
 * the children of one element, or the sections.
 */
export function counterText(host: Element, content: string): string {
  const shown = content.split(/\s\/\s"/)[0] ?? '';
  const parts = [
    ...shown.matchAll(/"((?:[^"\\]|\\.)*)"|counter\(([\w-]+)(?:,\s*([\w-]+))?\)|attr\(([\w-]+)\)|(open|close)-quote/g),
  ];
  return parts
    .map(([, text, counter, style, attribute, quote]) => {
      if (text !== undefined) return text.replaceAll(/\\(.)/g, '$1');
      if (counter !== undefined) return inStyle(counterValue(host, counter), style ?? 'decimal');
      if (attribute !== undefined) return host.getAttribute(attribute) ?? '';
      return quoteOf(host, quote === 'open');
    })
    .join('');
}

function counterValue(host: Element, name: string): number {
  if (name === 'section') {
    return Number(getComputedStyle(host).getPropertyValue('--deck-section')) || 0;
  }
  const siblings = [...(host.parentElement?.children ?? [])].filter((other) =>
    getComputedStyle(other).counterIncrement.includes(name),
  );
  const index = siblings.indexOf(host);
  return index === -1 ? 0 : index + 1;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function inStyle(value: number, style: string): string {
  switch (style) {
    case 'decimal-leading-zero':
      return String(value).padStart(2, '0');
    case 'upper-roman':
    case 'lower-roman': {
      let rest = value;
      let text = '';
      for (const [worth, letter] of ROMAN) for (; rest >= worth; rest -= worth) text += letter;
      return style === 'upper-roman' ? text : text.toLowerCase();
    }
    case 'upper-alpha':
      return String.fromCodePoint(64 + value);
    case 'lower-alpha':
      return String.fromCodePoint(96 + value);
    default:
      return String(value);
  }
}

function quoteOf(host: Element, open: boolean): string {
  const { quotes } = getComputedStyle(host);
  const marks = [...quotes.matchAll(/"([^"]*)"/g)].map(([, mark = '']) => mark);
  return (open ? marks[0] : marks[1]) ?? (open ? '“' : '”');
}
