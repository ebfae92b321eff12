/** Every `url()` that is neither inside the document nor data would load something. */
const LOADING = /url\((?!\s*(?:["']\s*)?(?:#|data:))|@import|image-set\(|expression\(/i;

/** Tells whether declarations, or the value of one, would load something from outside the document. */
export function loadsFiles(css: string): boolean {
  return LOADING.test(unescapeCss(css));
}

/** Resolves character escapes (CSS Syntax Level 3, 4.3.7), which may spell `url`. */
function unescapeCss(css: string): string {
  return css.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_, hex: string | undefined, character: string | undefined) => {
    const code = Number.parseInt(hex ?? '', 16);
    return character ?? (code <= 0x10ffff ? String.fromCodePoint(code) : '');
  });
}
