import type { DialectSource } from '../../model/dialect.ts';
import { OWN_KEYS } from '../common/own-keys.ts';
import { mapTheme } from '../common/themes.ts';
import { transitionOf } from './slide-settings.ts';

/** Keys of the first slide, which are settings of that slide. */
const OF_SLIDE = new Set([
  'layout',
  'class',
  'background',
  'backgroundSize',
  'image',
  'url',
  'src',
  'hide',
  'disabled',
  'routeAlias',
]);
/** Keys that are lost to the eye; all others of Slidev concern its tools. */
const SEEN = /^(?:fonts|themeConfig|css|addons|lineNumbers|titleTemplate)$/;

/** Turns the front matter of the deck into that of Lectern, and returns the settings of the first slide. */
export function readHead({ front, report, included }: Pick<DialectSource, 'front' | 'report' | 'included'>): {
  values: ReadonlyMap<string, unknown>;
  layout: string;
} {
  const values = new Map(
    [...front.entries.values()].filter(({ key }) => OF_SLIDE.has(key)).map(({ key, value }) => [key, value]),
  );
  const defaults = front.entries.get('defaults')?.value;
  const layout = isMap(defaults) && typeof defaults['layout'] === 'string' ? defaults['layout'] : 'default';
  if (included) return { values, layout };
  const theme = front.entries.get('theme');
  const transition = transitionOf(front.entries.get('transition')?.value);
  const ratio = front.entries.get('aspectRatio')?.value;
  const duration = front.entries.get('duration')?.value;
  const isDark = front.entries.get('colorSchema')?.value === 'dark';
  for (const entry of front.entries.values()) {
    if (OWN_KEYS.has(entry.key) && !OF_SLIDE.has(entry.key)) continue;
    front.remove(entry.key);
    if (!SEEN.test(entry.key) || entry.value === false) continue;
    report('lost', entry, { what: entry.key, advice: 'Lectern has no such setting; use a theme or a style sheet' });
  }
  front.set('split', 'rules');
  front.set('cover', false);
  if (theme) mapTheme({ front, report }, theme);
  if (isDark) front.set('theme', 'nocturne');
  if (front.entries.has('transition')) {
    if (transition === undefined) front.remove('transition');
    else front.set('transition', transition);
  }
  if (typeof ratio === 'string' && /^4[/:]3$/.test(ratio.trim())) front.set('size', '4:3');
  if (typeof duration === 'string') front.set('duration', duration.replace(/(\d)\s{0,3}min(?:ute)?s?$/, '$1m'));
  return { values, layout };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
