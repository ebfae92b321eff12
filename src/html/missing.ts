import type { Element, Properties } from 'hast';
import { inShort } from '../model/deck-files.ts';
import { addClass, element, text } from './elements.ts';

/** A missing file, and why it is missing. */
export interface Missing {
  /** The address, as its author wrote it. */
  name: string;
  problem: string;
  /** The text alternative; empty for decoration. */
  alt: string;
}

/** Attributes of elements that show files. */
const OF_FILES = ['src', 'poster', 'alt', 'controls', 'preload', 'playsInline', 'autoPlay', 'loop', 'muted'];

/** Turns an element that shows a file into a placeholder of the same size that names the missing file. */
export function makeMissing(target: Element, missing: Missing): void {
  const { properties } = target;
  const kind = target.tagName;
  const style = sizeOf(properties);
  for (const name of [
    ...OF_FILES,
    'width',
    'height',
    'dataAutoplay',
    'dataOnly',
    'dataLink',
    'ariaLabel',
    'ariaHidden',
  ]) {
    delete properties[name];
  }
  target.tagName = 'span';
  addClass(target, 'missing-file');
  Object.assign(properties, labelled(missing), {
    dataKind: kind,
    ...(style && { style }),
    ...sizesIn(style),
  });
  target.children = [wordsOf(missing)];
}

/** Returns the placeholder for a missing image or video behind a slide. */
export function missingBackdrop(missing: Missing): Element {
  const properties = { className: ['backdrop', 'missing-file'], ...labelled(missing) };
  return element('div', properties, [wordsOf(missing)]);
}

/** Returns the sizes that a style sets. */
function sizesIn(style: string): Properties {
  const sizes = ['width', 'height'].filter((name) => new RegExp(`(?:^|;)\\s*${name}\\s*:`).test(style));
  return sizes.length > 0 ? { dataSized: sizes.join(' ') } : {};
}

function labelled({ name, problem, alt }: Missing): Properties {
  return { role: 'img', ariaLabel: [alt, `${asWritten(name)}: ${inShort(problem)}`].filter(Boolean).join(' – ') };
}

function wordsOf({ name, problem }: Missing): Element {
  return element('span', { className: ['missing-words'] }, [
    element('span', { className: ['missing-name'], dir: 'ltr' }, [text(asWritten(name))]),
    element('span', { className: ['missing-reason'], lang: 'en', dir: 'ltr' }, [text(`: ${inShort(problem)}`)]),
  ]);
}

/** Restores an address as it was written: Markdown escapes some characters in addresses. */
export function asWritten(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Attributes of images are px; nothing but an image has them. */
function sizeOf({ width, height, style }: Properties): string {
  const own = typeof style === 'string' ? style : '';
  const sizes = Object.entries({ width, height })
    .filter(([name]) => !new RegExp(`(?:^|;)\\s*${name}\\s*:`).test(own))
    .map(([name, value]) => [name, /^\s*(\d+(?:\.\d+)?)(%?)/.exec(String(value ?? ''))] as const)
    .flatMap(([name, match]) => (match ? [`${name}:${match[1]}${match[2] || 'px'}`] : []));
  return [...sizes, own].filter(Boolean).join(';');
}
