import type { PhrasingContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { fail } from '../model/messages.ts';
import { inline } from './component.ts';
import { become, readDirective } from './directive.ts';

/** Addresses that phones know what to do with. */
const ADDRESS = /^(?:https?:\/\/[^\s/]|mailto:\S|tel:\+?\d|sms:\+?\d|geo:-?\d)/i;
/** The longest address that people in the last row still scan. */
const LONGEST = 300;

/** Reads `::qr{src=https://example.org label="Slides"}`: an address to scan, which is a link as well. */
export function qr(node: LeafDirective, file: VFile): void {
  const { common, settings } = readDirective(node, file, ['src', 'label', 'width']);
  const src = settings.text('src') ?? '';
  const width = settings.parsed('width', readWidth, 'a width such as 240px or 30%');
  const label = settings.text('label') ?? toString(node);
  if (!ADDRESS.test(src) || src.length > LONGEST) {
    const reason =
      src.length > LONGEST
        ? `The address has ${src.length} characters, expected at most ${LONGEST}, so that phones can scan the code from a seat; use a shorter link`
        : `Invalid src “${src}” of “::qr”, expected an address such as https://example.org, mailto:… or tel:…`;
    fail(file, reason, { place: node, ruleId: 'qr-address' });
    become(node, 'div', { common, className: ['broken'], role: 'note' });
    node.children = [inline('p', { className: ['broken-reason'] }, [{ type: 'text', value: reason }])];
    return;
  }
  become(node, 'div', {
    common,
    className: ['qr'],
    dataComponent: 'qr',
    ...(width && { style: `--qr-size:${width}` }),
  });
  const name: PhrasingContent[] = label ? [words('qr-label', label)] : [];
  node.children = [
    {
      type: 'link',
      url: src,
      children: [inline('span', { className: ['qr-code'], dataQr: src }, []), ...name, addressOf(shown(src))],
      data: { hProperties: { className: ['bare'] } },
      ...(node.position && { position: node.position }),
    },
  ];
}

/** Words that typography leaves as they are. */
function words(className: string | undefined, value: string): PhrasingContent {
  const hProperties = className === undefined ? {} : { className: [className] };
  return { type: 'inlineCode', value, data: { hName: 'span', hProperties } };
}

/** An address, whose lines end behind slashes only. */
function addressOf(address: string): PhrasingContent {
  const parts = address.split(/(?<=[^/]\/)(?=[^/])/).map((part) => words(undefined, part));
  return inline('span', { className: ['qr-address'], dir: 'ltr' }, parts);
}

function shown(src: string): string {
  return src.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|tel:|sms:|geo:)/i, '').replace(/\/$/, '');
}

function readWidth(text: string): string | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return `${text}px`;
  return /^\d+(?:\.\d+)?(?:%|px|em)$/.test(text) ? text : undefined;
}
