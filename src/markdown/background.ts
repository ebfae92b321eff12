import { nearestName } from '../model/did-you-mean.ts';
import { PANELS, type Background, type Panel, type Scrim } from '../model/deck.ts';
import type { Layout } from '../model/layouts.ts';
import { frameOrigin } from '../model/frame-origin.ts';
import { isPlainColour, NAMED_COLOURS } from '../model/colours.ts';
import { DECK_FILES, mediaTypeOf } from '../model/media-types.ts';
import { warn } from '../model/messages.ts';
import type { SettingReader, SettingReaderOptions } from './setting-reader.ts';

const GRADIENT = /^(?:repeating-)?(?:linear|radial|conic)-gradient\([^;{}<\\]*\)$/i;
const COLOUR_FUNCTION = /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|var)\([^;{}<\\]*\)$/i;
/** Functions with three numbers, and perhaps one more for opacity. */
const CHANNELS = /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(([^()]*)\)$/i;
const CHANNEL = /^(?:[-+]?[\d.]{1,20}(?:e[-+]?\d{1,3})?(?:%|deg|g?rad|turn)?|none)$/i;
/** Functions of CSS that would load something. */
const LOADS = /(?:url|image|image-set|cross-fade|element|paint)\(/i;
const EXTENSION = /\.[a-z0-9]{2,5}$/i;
const LENGTHS = /^[\w.% -]+$/;

type BackgroundSetting = 'background' | `background-${'size' | 'position' | 'opacity'}`;

/** Reads `background=` and what goes with it. */
export function readBackground(settings: SettingReader<BackgroundSetting>): Background | undefined {
  const given = settings.text('background') ?? '';
  const near = /^[a-z]+$/i.test(given) ? nearestName(given, Object.keys(NAMED_COLOURS)) : undefined;
  const forms = 'a colour, a gradient, a file or the address of a page';
  const found = settings.parsed('background', kindOf, near ? `${forms}; did you mean “${near}”?` : forms);
  if (!found) return undefined;
  return {
    ...found,
    size: settings.parsed('background-size', lengths, 'cover, contain or lengths') ?? 'cover',
    position: settings.parsed('background-position', lengths, 'a CSS position such as top or 50% 20%') ?? 'center',
    opacity: settings.parsed('background-opacity', share, 'a number from 0 to 1') ?? 1,
  };
}

function kindOf(value: string): Pick<Background, 'value' | 'kind'> | undefined {
  // Images and videos of the web are missing files, or were fetched: a frame would show them in a corner.
  if (frameOrigin(value) && !mediaTypeOf(new URL(value).pathname, DECK_FILES)) return { value, kind: 'page' };
  if (!LOADS.test(value) && (GRADIENT.test(value) || isColourFunction(value) || isPlainColour(value)))
    return { value, kind: 'paint' };
  const isFile = EXTENSION.test(value) || EXTENSION.test(value.split(/[?#]/, 1)[0] ?? '');
  return isFile ? { value, kind: 'file' } : undefined;
}

function isColourFunction(value: string): boolean {
  const channels = CHANNELS.exec(value)?.[1]
    ?.trim()
    .split(/\s*[\s,/]\s*/);
  if (!channels || channels[0] === 'from') return COLOUR_FUNCTION.test(value);
  return (channels.length === 3 || channels.length === 4) && channels.every((channel) => CHANNEL.test(channel));
}

function lengths(value: string): string | undefined {
  return LENGTHS.test(value) ? value : undefined;
}

function share(value: string): number | undefined {
  const number = value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value);
  return value !== '' && number >= 0 && number <= 1 ? number : undefined;
}

/**
 * Reads `scrim=`. Where an author says how strong an image is (`background-opacity`), its background shines through already.
 */
export function readScrim(settings: SettingReader<'scrim' | 'background-opacity'>): Scrim {
  const otherwise = settings.has('background-opacity') ? 0 : 'auto';
  return settings.parsed('scrim', scrimOf, 'auto, none or a strength from 0 to 1') ?? otherwise;
}

function scrimOf(value: string): Scrim | undefined {
  if (value === 'auto') return value;
  return value === 'none' ? 0 : share(value);
}

/** Reads `panel=`, which only images as large as the slide have. */
export function readPanel(
  settings: SettingReader<'panel'>,
  layout: Layout,
  { file, place }: Pick<SettingReaderOptions<'panel'>, 'file' | 'place'>,
): Panel | undefined {
  const panel = settings.choice('panel', PANELS);
  if (layout === 'image-full' || panel === undefined) return panel;
  const reason = `“panel” has no effect in the layout “${layout}”; use it with layout=image-full, which puts text on an image`;
  warn(file, reason, { place, ruleId: 'slide-panel' });
  return undefined;
}
