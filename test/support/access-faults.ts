import type { AccessiblePdf, Structure } from './pdf-access.ts';

/** Kinds of structure elements that PDF 1.7 knows (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
  Formula Form`.split(/\s+/),
);

/** What may stand inside of what (ISO 14289-1, 7.2 to 7.6). */
const INSIDE: Record<string, RegExp> = {
  L: /^(?:LI|Caption)$/,
  LI: /^(?:Lbl|LBody)$/,
  Table: /^(?:TR|THead|TBody|TFoot|Caption)$/,
  TR: /^(?:TH|TD)$/,
};

const WITHIN: Record<string, RegExp> = {
  LI: /^L$/,
  Lbl: /^(?:LI|Note)$/,
  LBody: /^(?:LI|Note)$/,
  TR: /^(?:Table|THead|TBody|TFoot)$/,
  TH: /^TR$/,
  TD: /^TR$/,
};

/** Bytes of the longest name that a PDF may have (ISO 32000-1, annex C). */
const LONGEST_NAME = 127;

/** What keeps a PDF from being one for everyone (ISO 14289-1, PDF/UA-1), as far as a program can tell. */
export function accessFaults(pdf: AccessiblePdf): string[] {
  return [...documentFaults(pdf), ...structureFaults(pdf.structure()), ...pageFaults(pdf), ...contentFaults(pdf)];
}

/** What is wrong with what is drawn: pieces that belong to nothing, letters without a form, fonts that are not there. */
function contentFaults(pdf: AccessiblePdf): string[] {
  const contents = pdf.contents();
  const marked = contents.reduce((sum, content) => sum + (content.match(/\/MCID \d+/g)?.length ?? 0), 0);
  const owned = pieces(pdf.structure());
  const faults =
    marked === owned ? [] : [`${marked} pieces are marked as content, and ${owned} belong to the structure`];
  const shown = contents.flatMap((content) => content.match(/(?<=<)(?:[0-9A-F]{4})+(?=> Tj)/g) ?? []);
  if (shown.some((codes) => codes.match(/.{4}/g)?.includes('0000'))) faults.push('a letter has no form in its font');
  const source = pdf.source();
  // Fonts of Type 3 have no file: each letter is drawn. The browser tells their stretch.
  const fonts = source.match(/<<(?:(?!>>)[^])*\/Type \/FontDescriptor(?:(?!>>)[^])*>>/g) ?? [];
  if (fonts.some((font) => !font.includes('/FontStretch') && !font.includes('/FontFile')))
    faults.push('a font is not in the file');
  const names = source.match(/(?<=\/)[^\s/<>[\]()]+/g) ?? [];
  if (names.some((name) => name.replaceAll(/#[0-9a-f]{2}/gi, '#').length > LONGEST_NAME))
    faults.push('a name is longer than names may be');
  return faults;
}

function pieces({ content, children }: Structure): number {
  return children.reduce((sum, child) => sum + pieces(child), content);
}

function documentFaults(pdf: AccessiblePdf): string[] {
  const { catalog } = pdf;
  const xmp = pdf.text(pdf.get(catalog, 'Metadata')) ?? '';
  const mark = pdf.dictionary(pdf.get(catalog, 'MarkInfo'));
  const viewer = pdf.dictionary(pdf.get(catalog, 'ViewerPreferences'));
  const checks: [boolean, string][] = [
    [pdf.text(pdf.get(mark, 'Marked')) === 'true', 'the document does not say that it is marked'],
    [pdf.text(pdf.get(viewer, 'DisplayDocTitle')) === 'true', 'the title is not shown'],
    [Boolean(pdf.text(pdf.get(catalog, 'Lang'))), 'the language is not told'],
    [xmp.includes('<pdfuaid:part>1</pdfuaid:part>'), 'the metadata do not say PDF/UA'],
    [/<dc:title>.*<rdf:li[^>]*>[^<]+</s.test(xmp), 'the metadata have no title'],
  ];
  return checks.filter(([fine]) => !fine).map(([, fault]) => fault);
}

function structureFaults(root: Structure): string[] {
  const faults: string[] = [];
  let level = 0;
  const notes: string[] = [];
  let references = 0;
  const walk = ({ type, entries, children, annotations }: Structure, parent: string): void => {
    if (WITHIN[type] && !WITHIN[type].test(parent)) faults.push(`${type} stands in ${parent}`);
    if (type === 'Reference') references += 1;
    if (entries['Lang'] !== undefined && !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(entries['Lang']))
      faults.push(`“${entries['Lang']}” is no language`);
    if (!STANDARD.has(type)) faults.push(`${type} is no kind of structure`);
    if (type === 'Figure' && !entries['Alt'] && !entries['ActualText']) faults.push('a figure has no text');
    if (type === 'Link' && annotations === 0) faults.push('a link leads nowhere');
    if (type === 'TH' && !entries['A']?.includes('/Scope')) faults.push('a header of a table has no scope');
    if (type === 'Table' && !JSON.stringify(children).includes('"TH"')) faults.push('a table has no header');
    if (type === 'Table' && new Set(rowLengths(children)).size > 1)
      faults.push('rows of a table are of different lengths');
    if (type === 'Formula' && !entries['Alt']) faults.push('a formula has no text');
    if (type === 'Note') notes.push(entries['ID'] ?? '');
    const heading = /^H([1-6])$/.exec(type)?.[1];
    if (heading !== undefined) {
      if (Number(heading) > level + 1) faults.push(`H${heading} follows H${level}`);
      level = Number(heading);
    }
    const allowed = INSIDE[type];
    for (const child of children) {
      if (allowed && !allowed.test(child.type)) faults.push(`${child.type} stands in ${type}`);
      walk(child, type);
    }
  };
  walk(root, '');
  if (notes.length > 0 && references === 0) faults.push('nothing refers to a note');
  if (new Set(notes).size < notes.length || notes.includes('')) faults.push('a note has no name of its own');
  return faults;
}

/** Columns that each row of a table reaches. */
function rowLengths(children: readonly Structure[]): number[] {
  const rows = children.flatMap((child) =>
    child.type === 'TR' ? [child] : child.children.filter(({ type }) => type === 'TR'),
  );
  const grid = rows.map((): boolean[] => []);
  rows.forEach((row, y) => {
    for (const { entries } of row.children) {
      const span = (name: string): number => Number(new RegExp(`/${name} (\\d+)`).exec(entries['A'] ?? '')?.[1] ?? 1);
      let x = 0;
      while (grid[y]?.[x]) x += 1;
      for (const below of grid.slice(y, y + span('RowSpan')))
        for (let at = 0; at < span('ColSpan'); at += 1) below[x + at] = true;
    }
  });
  return grid.map((row) => row.filter(Boolean).length);
}

function pageFaults(pdf: AccessiblePdf): string[] {
  return pdf.pages().flatMap(({ page, content, annotations }, index) => {
    const faults: string[] = [];
    if (pdf.text(pdf.get(page, 'Tabs')) !== 'S') faults.push('the order of tabs is not the structure’s');
    for (const annotation of annotations) {
      if (!pdf.text(pdf.get(annotation, 'Contents'))) faults.push('an annotation has no text');
      if (pdf.get(annotation, 'StructParent') === undefined) faults.push('an annotation is not in the structure');
    }
    if (unmarked(content) > 0) faults.push(`${unmarked(content)} things are neither content nor artifact`);
    return faults.map((fault) => `page ${index + 1}: ${fault}`);
  });
}

/** Things that are drawn outside of marked content. */
function unmarked(content: string): number {
  let depth = 0;
  let count = 0;
  for (const line of content.split('\n')) {
    if (/(?:BDC|BMC)$/.test(line)) depth += 1;
    else if (line === 'EMC') depth -= 1;
    else if (depth === 0 && /^(?:f\*?|F|B\*?|b\*?|S|s)$|T[jJ]$| sh$/.test(line)) count += 1;
  }
  return count;
}
