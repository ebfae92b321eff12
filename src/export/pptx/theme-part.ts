import { SCHEME_NAMES, type ColourScheme } from './colour-scheme.ts';
import type { Package } from './package.ts';
import { xml, type Element } from './xml.ts';

const THEME_TYPE = 'application/vnd.openxmlformats-officedocument.theme+xml';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';

export interface ThemeFonts {
  /** Of titles. */
  major: string;
  /** Of text. */
  minor: string;
  /** Size of text, in hundredths of a point. */
  size: number;
}

/** Adds a part that has the theme's colours and fonts: slides and notes have one each. */
export function addTheme(
  file: Package,
  { name, scheme, fonts }: { name: string; scheme: ColourScheme; fonts: ThemeFonts },
  path = 'ppt/theme/theme1.xml',
): void {
  file.add(path, themeXml(name, scheme, fonts), THEME_TYPE);
}

function themeXml(name: string, scheme: ColourScheme, { major, minor }: ThemeFonts): Element {
  const colours = SCHEME_NAMES.map((key) =>
    xml(`a:${key}`, {}, xml('a:srgbClr', { val: scheme[key].slice(1, 7).toUpperCase() })),
  );
  return xml(
    'a:theme',
    { 'xmlns:a': DRAWING, name },
    xml(
      'a:themeElements',
      {},
      xml('a:clrScheme', { name }, colours),
      xml('a:fontScheme', { name }, fontXml('a:majorFont', major), fontXml('a:minorFont', minor)),
      formatXml(name),
    ),
    xml('a:objectDefaults'),
    xml('a:extraClrSchemeLst'),
  );
}

/** Fonts of Windows for letters that a theme's font lacks, by ISO 15924: programs take that of a text's language. */
const SCRIPT_FONTS: readonly (readonly [script: string, font: string])[] = [
  ['Jpan', 'Yu Gothic'],
  ['Hang', 'Malgun Gothic'],
  ['Hans', 'Microsoft YaHei'],
  ['Hant', 'Microsoft JhengHei'],
  ['Arab', 'Arial'],
  ['Hebr', 'Arial'],
  ['Thai', 'Leelawadee UI'],
  ['Deva', 'Nirmala UI'],
  ['Beng', 'Nirmala UI'],
  ['Taml', 'Nirmala UI'],
];

function fontXml(tag: string, font: string): Element {
  return xml(
    tag,
    {},
    ['a:latin', 'a:ea', 'a:cs'].map((script) => xml(script, { typeface: script === 'a:latin' ? font : '' })),
    SCRIPT_FONTS.map(([script, typeface]) => xml('a:font', { script, typeface })),
  );
}

/** Lectern's boxes are flat: each of the three styles that a theme has to have is the same. */
function formatXml(name: string): Element {
  const three = (make: () => Element): Element[] => Array.from({ length: 3 }, make);
  const fill = (): Element => xml('a:solidFill', {}, xml('a:schemeClr', { val: 'phClr' }));
  return xml(
    'a:fmtScheme',
    { name },
    xml('a:fillStyleLst', {}, three(fill)),
    xml(
      'a:lnStyleLst',
      {},
      three(() => xml('a:ln', { w: 9525 }, fill(), xml('a:prstDash', { val: 'solid' }))),
    ),
    xml(
      'a:effectStyleLst',
      {},
      three(() => xml('a:effectStyle', {}, xml('a:effectLst'))),
    ),
    xml('a:bgFillStyleLst', {}, three(fill)),
  );
}
