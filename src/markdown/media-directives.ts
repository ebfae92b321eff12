import type { LeafDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { frameOrigin } from '../model/frame-origin.ts';
import { fail } from '../model/messages.ts';
import { PICTURE_ATTRIBUTES, pictureLooks, type PictureAttributeName } from '../model/picture-attributes.ts';
import { become, readDirective } from './directive.ts';
import type { SettingReader } from './setting-reader.ts';

/** Reads `::video{src=clip.mp4 poster=still.jpg title="…"}` and `::audio{src=…}`. */
export function player(node: LeafDirective, file: VFile): void {
  const tagName = node.name;
  const known = ['src', 'title', 'loop', 'muted', 'autoplay', 'link'];
  const looks = tagName === 'video' ? FILM_LOOKS : [];
  const { common, settings } = readDirective(node, file, [
    ...known,
    ...looks,
    ...(tagName === 'video' ? ['poster'] : []),
  ]);
  const src = addressOf(node, settings, file);
  const autoplay = settings.flag('autoplay', false);
  const poster = settings.text('poster');
  const { style, shape } = readLooks(looks, settings);
  const link = settings.parsed('link', readWeb, 'a web address');
  become(node, tagName, {
    common,
    ...(src && { src }),
    ...(poster && { poster }),
    ...titleOf(node, settings),
    ...(settings.flag('loop', false) && { loop: true }),
    ...(settings.flag('muted', autoplay && tagName === 'video') && { muted: true }),
    // reveal.js plays what has this when its slide is shown, and pauses it when it goes.
    ...(autoplay && { dataAutoplay: '' }),
    ...(style && { style }),
    ...(shape && { dataShape: shape }),
    ...(link && { dataLink: link }),
    controls: true,
    preload: 'metadata',
    ...(tagName === 'video' && { playsInline: true }),
  });
  node.children = [];
}

/** How a video is shown. */
const FILM_LOOKS = ['width', 'ratio', 'focus', 'shape'] as const satisfies PictureAttributeName[];

function readLooks(names: readonly PictureAttributeName[], settings: SettingReader): ReturnType<typeof pictureLooks> {
  const values = names.flatMap((name): [string, string][] => {
    const { read, expected } = PICTURE_ATTRIBUTES[name];
    const value = settings.parsed(name, (text) => (read(text) ? text : undefined), expected);
    return value === undefined ? [] : [[name, value]];
  });
  return pictureLooks(new Map(values));
}

/** Reads `::embed{src=https://… title="…"}`: a web page that opens in place when the speaker asks for it. */
export function embed(node: LeafDirective, file: VFile): void {
  const { common, settings } = readDirective(node, file, ['src', 'title', 'poster', 'width']);
  const src = settings.text('src');
  if (!src || !frameOrigin(src)) {
    refuseEmbed(node, src, file);
    return;
  }
  const poster = settings.text('poster');
  const width = settings.parsed('width', readWidth, 'a width such as 60% or 480px');
  become(node, 'div', {
    common,
    className: ['embed'],
    dataEmbed: src,
    ...(poster && { dataPoster: poster }),
    ...titleOf(node, settings),
    ...(width && { style: `width:${width}` }),
  });
  node.children = [];
}

/** Shows in the place of an embed why there is none. */
function refuseEmbed(node: LeafDirective, src: string | undefined, file: VFile): void {
  const reason = src ? `Cannot embed “${src}”, expected a web page such as https://example.org/` : withoutSrc(node);
  fail(file, reason, { place: node, ruleId: src ? 'embed-address' : 'media-src' });
  become(node, 'div', { common: {}, className: ['broken'], role: 'note' });
  const data = { hName: 'p', hProperties: { className: ['broken-reason'] } };
  node.children = [{ type: 'emphasis', children: [{ type: 'text', value: reason }], data }];
}

function addressOf(node: LeafDirective, settings: SettingReader, file: VFile): string | undefined {
  const src = settings.text('src');
  if (!src) fail(file, withoutSrc(node), { place: node, ruleId: 'media-src' });
  return src;
}

function withoutSrc({ name }: LeafDirective): string {
  return `Unexpected “::${name}” without “src”, expected what it shows: ::${name}{src=…}`;
}

/** Uses the title as the alternative text; `::video[title]{…}` is the same as `title=`. */
function titleOf(node: LeafDirective, settings: SettingReader): { title?: string } {
  const title = settings.text('title') ?? toString(node);
  return title ? { title } : {};
}

function readWeb(text: string): string | undefined {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text) ? text : undefined;
}

function readWidth(text: string): string | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return `${text}px`;
  return /^\d+(?:\.\d+)?(?:%|px|em)$/.test(text) ? text : undefined;
}
