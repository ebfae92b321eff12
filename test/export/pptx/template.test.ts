import { describe, expect, test } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { matchLayout } from '../../../src/export/pptx/template/match-layout.ts';
import { readTemplate } from '../../../src/export/pptx/template/read-template.ts';
import type { TemplateLayout } from '../../../src/export/pptx/template/template.ts';
import { templatePalette } from '../../../src/export/pptx/template/template-palette.ts';
import { smallPresentation } from '../../support/ooxml/small-presentation.ts';

const LAYOUT = 'ppt/slideLayouts/slideLayout1.xml';
const MASTER = 'ppt/slideMasters/slideMaster1.xml';
const PLACE = '<p:spPr><a:xfrm><a:off x="952500" y="95250"/><a:ext cx="9525000" cy="952500"/></a:xfrm></p:spPr>';

describe('a template', () => {
  test('has masters, layouts and placeholders, which inherit their places and sizes', () => {
    const template = readTemplate(
      'small.pptx',
      smallPresentation({
        [MASTER]: (master) =>
          master
            .replace('<p:spPr/>', PLACE)
            .replace(
              '</p:sldMaster>',
              '<p:txStyles><p:titleStyle><a:lvl1pPr><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:defRPr sz="4400"/></a:lvl1pPr></p:titleStyle></p:txStyles></p:sldMaster>',
            ),
      }),
    );
    expect([template.width, template.height]).toEqual([1280, 720]);
    expect(template.masters).toEqual([{ path: MASTER, id: '2147483648' }]);
    expect([...template.parts.keys()].toSorted()).toEqual([LAYOUT, MASTER, 'ppt/theme/theme1.xml']);
    const [layout] = template.layouts;
    expect(layout?.name).toBe('Title Only');
    expect(layout?.places).toMatchObject([
      { type: 'title', idx: undefined, box: { x: 100, y: 10, width: 1000, height: 100 } },
    ]);
    expect(layout?.places[0]?.levels[0]).toMatchObject({ leading: 0.9, bullet: false });
    expect(layout?.places[0]?.levels[0]?.size).toBeCloseTo((44 * 96) / 72);
  });

  const small =
    (changes: Parameters<typeof smallPresentation>[0]): (() => Uint8Array) =>
    () =>
      smallPresentation(changes);
  const relations = 'ppt/slideLayouts/_rels/slideLayout1.xml.rels';
  const related = (type: string, target: string, mode = ''): Parameters<typeof smallPresentation>[0] => ({
    [relations]: (rels) =>
      rels.replace(
        '</Relationships>',
        `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/></Relationships>`,
      ),
  });
  test.each<[what: string, file: () => Uint8Array, message: RegExp]>([
    ['something else', () => strToU8('%PDF-1.7 and so on'), /it is damaged, or not a file of PowerPoint/],
    ['an archive', () => zipSync({ 'a.txt': strToU8('a') }), /it is not a file of PowerPoint/],
    ['a file with a password', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /protected by a password/],
    ['half a file', () => smallPresentation().subarray(0, 4000), /it is damaged/],
    ['a lost master', small({ [MASTER]: () => undefined }), /ppt\/slideMasters\/slideMaster1\.xml is missing/],
    ['a lost theme', small({ 'ppt/theme/theme1.xml': () => undefined }), /ppt\/theme\/theme1\.xml is missing/],
    ['a lost image', small(related('image', '../media/logo.png')), /ppt\/media\/logo\.png is missing/],
    ['broken XML', small({ [LAYOUT]: (xml) => xml.replace('</p:cSld>', '') }), /line 1 of .*Layout1\.xml is not well/],
    [
      'entities',
      small({ [LAYOUT]: (xml) => `<!DOCTYPE a [<!ENTITY a "aaaa">]>${xml}` }),
      /slideLayout1\.xml has a document type/,
    ],
    [
      'depth',
      small({
        [LAYOUT]: (xml) => xml.replace('<p:cSld', `${'<p:a>'.repeat(300)}${'</p:a>'.repeat(300)}<p:cSld`),
      }),
      /more than 200 elements in each other/,
    ],
    [
      'the strict kind',
      small({
        'ppt/presentation.xml': (xml) =>
          xml.replaceAll(
            'http://schemas.openxmlformats.org/presentationml/2006/main',
            'http://purl.oclc.org/ooxml/presentationml/main',
          ),
      }),
      /“Strict Open XML”/,
    ],
    ['programs', small(related('control', '../activeX/activeX1.xml')), /has a control, which runs a program/],
    ['files elsewhere', small(related('image', 'https://example.org/a.png', ' TargetMode="External"')), /is not in it/],
    [
      'no master',
      small({ 'ppt/presentation.xml': (xml) => xml.replace(/<p:sldMasterIdLst>.*<\/p:sldMasterIdLst>/, '') }),
      /it has no slide master/,
    ],
    ['a part that unpacks to too much', () => bomb(), /has 21 MB; parts have at most 16 MB/],
  ])('is refused with %s', (_, file, message) => {
    expect(() => readTemplate('acme.potx', file())).toThrow(message);
  });
});

function bomb(): Uint8Array {
  return smallPresentation({ [LAYOUT]: (xml) => xml.replace('</p:cSld>', `</p:cSld>${' '.repeat(20_000_000)}`) });
}

describe('layouts are found', () => {
  const layout = (name: string, type = '', places: string[] = ['title', 'obj']): TemplateLayout => ({
    path: name,
    name,
    type,
    places: places.map((kind, index) => ({
      type: kind,
      idx: String(index),
      box: { x: 0, y: 0, width: 1, height: 1 },
      insets: [0, 0, 0, 0],
      levels: [],
    })),
  });
  test.each([
    ['by PowerPoint’s names', [layout('Other'), layout('two content')], 'split', 'two content', true],
    ['by Lectern’s names', [layout('Title and Content'), layout('Statement')], 'statement', 'Statement', true],
    [
      'in other languages by their types',
      [layout('Leer', 'blank'), layout('Inhalt', 'obj')],
      'default',
      'Inhalt',
      true,
    ],
    [
      'by names of other tools',
      [layout('A'), layout('TITLE_AND_BODY'), layout('Title and body')],
      'default',
      'Title and body',
      true,
    ],
    ['near', [layout('Title and Content'), layout('Two Content')], 'compare', 'Two Content', false],
    ['by their placeholders', [layout('A', '', []), layout('B', '', ['title', 'obj', 'obj'])], 'split', 'B', false],
  ] as const)('%s', (...[, layouts, key, name, exact]) => {
    const found = matchLayout(layouts, key);
    expect([found?.layout.name, found?.exact]).toEqual([name, exact]);
  });
});

test('colours of the deck are those of the template, mixed as the deck mixes them', () => {
  const scheme = {
    dk1: '#000000',
    lt1: '#ffffff',
    dk2: '#111111',
    lt2: '#eeeeee',
    accent1: '#ff0000',
    accent2: '#00ff00',
    accent3: '#0000ff',
    accent4: '#ffff00',
    accent5: '#00ffff',
    accent6: '#777777',
    hlink: '#123456',
    folHlink: '#123456',
  };
  const map = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' } as const;
  const dark = { scheme: { ...scheme, accent1: '#ff8800' }, background: '#000000', text: '#ffffff' };
  const palette = templatePalette({ scheme, map, ground: '#ffffff' }, dark);
  expect(palette.get('#ff0000')).toBe('accent1');
  expect(palette.get('#777777')).toBeUndefined();
  expect(palette.other?.('#808080').over).toMatchObject({ name: 'tx1', share: expect.closeTo(0.5, 2) });
  expect(palette.other?.('#ffcccc')).toEqual({ over: { name: 'accent1', share: 0.2 }, hex: '#331b00' });
  // Other colours stay as they are.
  expect(palette.other?.('#603000')).toEqual({ hex: '#603000' });
});
