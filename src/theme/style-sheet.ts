import type { Dependency } from 'lightningcss';
import type { FontFace, StyleFile, StyleSheet } from './theme.ts';

const FONT_FACE = /@font-face\s*\{[^}]*\}/g;

/**
 * Reads the font faces out of a bundled style sheet and gives their files stable placeholders.
 *
 * @param code - CSS as Lightning CSS prints it.
 * @param dependencies - its `url()`s, as Lightning CSS reports them.
 * @param paths - absolute paths of files by their placeholders; addresses of others lead nowhere.
 */
export function readStyleSheet(
  code: string,
  dependencies: readonly Dependency[],
  paths: ReadonlyMap<string, string>,
): StyleSheet {
  const files: StyleFile[] = [];
  let css = code;
  for (const dependency of dependencies) {
    if (dependency.type !== 'url') continue;
    const { placeholder, url } = dependency;
    const path = paths.get(placeholder);
    if (path !== undefined) files.push({ placeholder, path });
    else css = css.replaceAll(placeholder, /^(?:data:|#)/.test(url) ? url : 'data:,');
  }
  return sheetOf(css, files);
}

/** Returns the style sheet with other rules; its files keep their placeholders. */
export function withRules({ files, fonts }: StyleSheet, css: string): StyleSheet {
  return sheetOf(css, [...files, ...fonts.flatMap((face) => face.files)]);
}

function sheetOf(code: string, files: StyleFile[]): StyleSheet {
  const css = withoutRepeatedFaces(code, files);
  const fonts = [...css.matchAll(FONT_FACE)].map(([rule]) => readFace(rule, files));
  const inFonts = new Set(fonts.flatMap((face) => face.files));
  return { css, fonts, files: files.filter((file) => !inFonts.has(file)) };
}

/** Removes fonts that two style sheets import twice. */
function withoutRepeatedFaces(css: string, files: StyleFile[]): string {
  const known = new Set<string>();
  return css.replace(FONT_FACE, (rule) => {
    let face = rule;
    for (const { placeholder, path } of files) face = face.replaceAll(placeholder, path);
    if (known.has(face)) return '';
    known.add(face);
    return rule;
  });
}

function readFace(rule: string, files: StyleFile[]): FontFace {
  return {
    rule,
    // After the first source come older formats for older browsers.
    embeddable: rule.replace(/(src:\s*[^,;}]+)(?:,[^;}]+)+/, '$1'),
    family: /font-family:\s*["']?([^;"'}]+)/.exec(rule)?.[1]?.trim() ?? '',
    ranges: readRanges(/unicode-range:\s*([^;}]+)/.exec(rule)?.[1] ?? ''),
    files: files.filter(({ placeholder }) => rule.includes(placeholder)),
  };
}

function readRanges(text: string): [number, number][] {
  return [...text.matchAll(/U\+([0-9A-F?]+)(?:-([0-9A-F]+))?/gi)].map(([, first = '', last]) => [
    Number.parseInt(first.replaceAll('?', '0'), 16),
    Number.parseInt(last ?? first.replaceAll('?', 'F'), 16),
  ]);
}
