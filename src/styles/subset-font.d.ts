declare module 'subset-font' {
  /** Cuts a font down to the glyphs that a text needs, with the layout features named, or all. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'woff' | 'woff2' | 'sfnt'; keepFeatures?: string[] },
  ): Promise<Uint8Array>;
}
