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
  /** Markup inside the `svg` element. */
  body: string;
  width?: number;
  height?: number;
}

/** Finds a set by its name; `undefined` where its package is not installed. */
export type LoadIcons = (set: string) => Promise<IconSet | undefined>;
