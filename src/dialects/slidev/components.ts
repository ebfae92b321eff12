import { htmlAttributes } from '../common/html-attributes.ts';
import type { SourceTag } from '../common/scan-tags.ts';

type Write = (attributes: ReadonlyMap<string, string>, tag: SourceTag) => string | undefined;

/** Components that come with Slidev, as Markdown or HTML; closing tags of most are left out. */
const COMPONENTS: ReadonlyMap<string, Write> = new Map<string, Write>([
  ['toc', () => block('::toc')],
  ['youtube', (attributes) => embed(`https://www.youtube-nocookie.com/embed/${word(attributes.get('id'))}`)],
  ['tweet', (attributes) => embed(`https://twitter.com/i/status/${word(attributes.get('id'))}`)],
  ['bluesky', (attributes) => embed(attributes.get('id')?.startsWith('https:') ? (attributes.get('id') ?? '') : '')],
  ['link', link],
  ['slidevvideo', (_, tag) => (tag.kind === 'close' ? '</video>' : '<video controls>')],
  ['transform', (attributes, tag) => (tag.kind === 'close' ? '</div>' : `<div style="zoom:${scaleOf(attributes)}">`)],
  [
    'autofittext',
    (_, tag) => (tag.kind === 'close' ? '</div>' : tag.kind === 'empty' ? '' : '<div style="font-size:1.6em">'),
  ],
  ['v-switch', (_, tag) => (tag.kind === 'empty' ? '' : tag.kind === 'open' ? '\n:::stack\n' : '\n:::\n')],
  ['template', template],
  ['lightordark', (_, tag) => (tag.kind === 'empty' ? '' : tag.kind === 'open' ? '<div>' : '</div>')],
  ...[
    'renderwhen',
    'v-drag',
    'vdrag',
    'slotchildren',
    'kbd-group',
    'client-only',
    'clientonly',
    'suspense',
    'component',
  ].map((name) => [name, (_: ReadonlyMap<string, string>, tag: SourceTag) => plain(tag)] as const),
  ...[
    'arrow',
    'v-drag-arrow',
    'vdragarrow',
    'poweredbyslidev',
    'slidecurrentno',
    'slidestotal',
    'titlerenderer',
    'slidecontrols',
  ].map((name) => [name, () => ''] as const),
]);

/** Writes a component of Slidev in Lectern; `undefined` for one that is not known. */
export function component(tag: SourceTag, _text: string): string | undefined {
  const write = COMPONENTS.get(tag.name.toLowerCase());
  if (!write) return undefined;
  return write(htmlAttributes(tag.attributes), tag);
}

function plain(tag: SourceTag): string {
  return tag.kind === 'empty' ? '' : tag.kind === 'open' ? '<div>' : '</div>';
}

/** Slots of other components are parts of their content. */
function template(attributes: ReadonlyMap<string, string>, tag: SourceTag): string {
  if (tag.kind === 'close') return '</div>';
  return [...attributes.keys()].some((name) => /^#dark$|^v-slot:dark$/.test(name)) ? '<div hidden>' : '<div>';
}

function link(attributes: ReadonlyMap<string, string>, tag: SourceTag): string {
  if (tag.kind === 'close') return '</a>';
  const to = (attributes.get('to') ?? attributes.get(':to') ?? '').replace(/^\//, '');
  const address = /^[\w-]+$/.test(to) ? `#${to}` : /^https?:/.test(to) ? to : '#';
  const title = attributes.get('title');
  if (tag.kind === 'empty') return title ? `[${title.replaceAll(/[[\]]/g, '')}](${address})` : '';
  return `<a href="${address}">`;
}

function scaleOf(attributes: ReadonlyMap<string, string>): number {
  const scale = Number(attributes.get(':scale') ?? attributes.get('scale'));
  return scale > 0.1 && scale < 5 ? scale : 1;
}

function word(value: string | undefined): string {
  return /^[\w-]{1,40}/.exec(value ?? '')?.[0] ?? '';
}

function embed(address: string): string {
  return address === '' ? '' : block(`::embed{src="${address.replaceAll('"', '%22')}"}`);
}

function block(directive: string): string {
  return `\n\n${directive}\n\n`;
}
