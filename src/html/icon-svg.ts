import type { Element } from 'hast';

/** Icons of one set, in the form of Iconify's packages. */
export interface IconSet {
  /** Size of icons that have none of their own. */
  width?: number;
  height?: number;
  icons: Record<string, Icon>;
  aliases?: Record<string, { parent: string }>;
  /** Names by code points, as in `1f469-200d-1f4bb`; only sets of emoji have them. */
  chars?: Record<string, string>;
}

interface Icon {
  /** What stands inside the `svg`. */
  body: string;
  width?: number;
  height?: number;
}

/** Finds a set by its name; `undefined` where its package is not installed. */
export type LoadIcons = (set: string) => Promise<IconSet | undefined>;

/** The icon of that name as SVG; `undefined` where the set has none. */
export async function iconSvg(set: IconSet, name: string): Promise<Element | undefined> {
  const key = Object.hasOwn(set.icons, name) ? name : (set.aliases?.[name]?.parent ?? '');
  const icon = Object.hasOwn(set.icons, key) ? set.icons[key] : undefined;
  if (!icon) return undefined;
  const width = icon.width ?? set.width ?? 16;
  const height = icon.height ?? set.height ?? 16;
  const { fromHtml } = await import('hast-util-from-html');
  const html = `<svg viewBox="0 0 ${width} ${height}">${icon.body}</svg>`;
  const svg = fromHtml(html, { fragment: true, space: 'svg' }).children[0];
  return svg?.type === 'element' ? svg : undefined;
}
