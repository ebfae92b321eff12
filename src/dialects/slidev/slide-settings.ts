import type { DialectSource, SourceRange } from '../../model/dialect.ts';
import { bareFile, rootFile } from '../common/addresses.ts';
import { classesOf } from '../common/html-attributes.ts';
import { utilityStyle } from '../common/utility-classes.ts';
import type { DialectSlide } from '../slides.ts';
import type { SlidevSlide } from './cut-slides.ts';

/** Layouts of Slidev and of its common themes, as layouts of Lectern. */
const LAYOUTS: ReadonlyMap<string, string> = new Map([
  ['cover', 'cover'],
  ['intro', 'center'],
  ['section', 'section'],
  ['new-section', 'section'],
  ['quote', 'quote'],
  ['statement', 'statement'],
  ['fact', 'statement'],
  ['center', 'center'],
  ['end', 'end'],
  ['two-cols', 'split'],
  ['two-cols-header', 'split'],
  ['two-cols-title', 'split'],
  ['top-title-two-cols', 'split'],
  ['side-title', 'split'],
  ['iframe-left', 'split'],
  ['iframe-right', 'split'],
  ['image-left', 'image-left'],
  ['image-right', 'image-right'],
  ['intro-image', 'image-full'],
  ['intro-image-right', 'image-right'],
  ['bullets', 'default'],
]);

const TRANSITIONS: readonly [pattern: RegExp, transition: string][] = [
  [/^slide/, 'slide'],
  [/^fade|^view-transition/, 'fade'],
  [/^zoom/, 'zoom'],
  [/^none$/, 'none'],
];

/** Returns the transition of Lectern that is nearest to one of Slidev. */
export function transitionOf(value: unknown): string | undefined {
  const name = typeof value === 'string' ? (value.split('|')[0] ?? '').trim() : '';
  return TRANSITIONS.find(([pattern]) => pattern.test(name))?.[1];
}

/** Content that the front matter of a slide names. */
export interface SlideExtras {
  /** Markdown after the heading, such as the image of `image-right`. */
  content: string;
}

/** Turns the front matter of a slide into settings. */
export async function readSettings(
  { values, head }: SlidevSlide,
  slide: DialectSlide,
  source: DialectSource,
): Promise<SlideExtras> {
  const { settings } = slide;
  const text = (key: string): string => {
    const value = values.get(key);
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const place = head ?? { start: 0, end: Math.min(3, source.text.length) };
  const layout = text('layout');
  const known = LAYOUTS.get(layout);
  if (known !== undefined && known !== 'default') settings.values.set('layout', known);
  for (const name of classesOf(text('class'))) {
    if (name === 'text-center' && !settings.values.has('layout')) settings.values.set('layout', 'center');
    else if (/^[a-z][\w-]*$/i.test(name) && utilityStyle(name) === undefined && !/-\d/.test(name))
      settings.classes.add(name);
  }
  const background = await address(text('background'), source);
  if (background !== '') settings.values.set('background', background);
  const size = text('backgroundSize');
  if (size !== '' && background !== '') settings.values.set('background-size', size);
  const transition = transitionOf(values.get('transition'));
  if (transition !== undefined && head) settings.values.set('transition', transition);
  const alias = text('routeAlias');
  if (/^[a-z][\w-]*$/i.test(alias)) settings.id = alias;
  if (values.get('hide') === true || values.get('disabled') === true) settings.values.set('hidden', true);
  const images = [...values].flatMap(([key, value]) =>
    /^image[A-Z]/.test(key) && typeof value === 'string' ? [value] : [],
  );
  if (images.length > 0) {
    const files = await Promise.all(images.map((image) => address(image, source)));
    return { content: `:::gallery\n${files.map((file) => `![](${escaped(file)})`).join('\n')}\n:::` };
  }
  return { content: await shown(layout, { image: text('image'), url: text('url'), size }, { slide, source, place }) };
}

async function shown(
  layout: string,
  { image, url, size }: { image: string; url: string; size: string },
  { slide, source, place }: { slide: DialectSlide; source: DialectSource; place: SourceRange },
): Promise<string> {
  const { values } = slide.settings;
  if (image !== '') {
    const file = await address(image, source);
    if (/^(?:image-left|image-right|intro-image)/.test(layout)) return `:::image\n![](${escaped(file)})\n:::`;
    if (!values.has('background')) values.set('background', file);
    if (size !== '') values.set('background-size', size);
    return '';
  }
  if (url === '' || !layout.startsWith('iframe')) return '';
  if (!/^https?:/.test(url)) {
    source.report('lost', place, { what: `url: ${url}`, advice: 'only web pages can be embedded' });
    return '';
  }
  const side = layout === 'iframe-left' ? 'left' : layout === 'iframe-right' ? 'right' : undefined;
  const embed = `::embed{src="${url.replaceAll('"', '%22')}"}`;
  return side ? `:::${side}\n${embed}\n:::` : embed;
}

async function address(written: string, source: DialectSource): Promise<string> {
  const bare = written.replace(/^url\(["']?|["']?\)$/g, '');
  return bare.startsWith('/') ? ((await rootFile(source, bare)) ?? bare) : bareFile(source, bare.replace(/^\.\//, ''));
}

function escaped(file: string): string {
  return /[\s()]/.test(file) ? `<${file.replaceAll(/[<>]/g, '')}>` : file;
}
