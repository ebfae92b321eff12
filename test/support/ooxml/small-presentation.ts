import { strToU8, zipSync } from 'fflate';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"`;
const GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';
const TITLE =
  '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:rPr sz="2400"/><a:t>One</a:t></a:r></a:p></p:txBody></p:sp>';
const TABLE =
  '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="Table"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="200" cy="100"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid><a:gridCol w="100"/><a:gridCol w="100"/></a:tblGrid><a:tr h="50"><a:tc gridSpan="2"><a:txBody><a:bodyPr/><a:p/></a:txBody></a:tc><a:tc hMerge="1"><a:txBody><a:bodyPr/><a:p/></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>';
const TIMING =
  '<p:timing><p:tnLst><p:par><p:cTn id="1"><p:childTnLst><p:set><p:cBhvr><p:cTn id="2"/><p:tgtEl><p:spTgt spid="2"><p:txEl><p:pRg st="0" end="0"/></p:txEl></p:spTgt></p:tgtEl></p:cBhvr></p:set></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>';
const NAMES = ['bg1', 'tx1', 'bg2', 'tx2'].map((name, index) => `${name}="${['lt1', 'dk1', 'lt2', 'dk2'][index]}"`);
const ACCENTS = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];
const FILLS = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3);

/** A presentation with one slide that has a title, a table and a step: the least that readers take. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    ['ppt/presentation.xml', 'presentation.main'],
    ['ppt/slides/slide1.xml', 'slide'],
    ['ppt/slideLayouts/slideLayout1.xml', 'slideLayout'],
    ['ppt/slideMasters/slideMaster1.xml', 'slideMaster'],
  ]
    .map(
      ([part, kind]) =>
        `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.presentationml.${kind}+xml"/>`,
    )
    .join(
      '',
    )}<Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>`,
  '_rels/.rels': relationships(['officeDocument', 'ppt/presentation.xml']),
  'ppt/presentation.xml': `<p:presentation ${NAMESPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/><p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst><p14:section name="All" id="{6B5A2C3D-0000-4000-8000-000000000001}"><p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>`,
  'ppt/_rels/presentation.xml.rels': relationships(
    ['slideMaster', 'slideMasters/slideMaster1.xml'],
    ['slide', 'slides/slide1.xml'],
  ),
  'ppt/slides/slide1.xml': `<p:sld ${NAMESPACES}><p:cSld><p:spTree>${GROUP}${TITLE}${TABLE}</p:spTree></p:cSld>${TIMING}</p:sld>`,
  'ppt/slides/_rels/slide1.xml.rels': relationships(['slideLayout', '../slideLayouts/slideLayout1.xml']),
  'ppt/slideLayouts/slideLayout1.xml': `<p:sldLayout ${NAMESPACES}><p:cSld name="Title Only"><p:spTree>${GROUP}${TITLE}</p:spTree></p:cSld></p:sldLayout>`,
  'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relationships(['slideMaster', '../slideMasters/slideMaster1.xml']),
  'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster ${NAMESPACES}><p:cSld><p:spTree>${GROUP}${TITLE}</p:spTree></p:cSld><p:clrMap ${[...NAMES, ...ACCENTS.map((name) => `${name}="${name}"`)].join(' ')}/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`,
  'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationships(
    ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    ['theme', '../theme/theme1.xml'],
  ),
  'ppt/theme/theme1.xml': `<a:theme ${NAMESPACES}><a:themeElements><a:clrScheme name="Plain">${['dk1', 'lt1', 'dk2', 'lt2', ...ACCENTS].map((name) => `<a:${name}><a:srgbClr val="1A2B3C"/></a:${name}>`).join('')}</a:clrScheme><a:fontScheme name="Plain">${['majorFont', 'minorFont'].map((name) => `<a:${name}><a:latin typeface="Inter"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`).join('')}</a:fontScheme><a:fmtScheme><a:fillStyleLst>${FILLS}</a:fillStyleLst><a:lnStyleLst>${'<a:ln/>'.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${FILLS}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
};

function relationships(...targets: [kind: string, target: string][]): string {
  const all = targets.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

/**
 * Makes a small presentation, with changes.
 *
 * @param changes - parts as they should be instead, made of what they are; `undefined` leaves a part out.
 * @throws Error where a change changes nothing
 */
export function smallPresentation(
  changes: Readonly<Record<string, (part: string) => string | undefined>> = {},
): Uint8Array {
  const parts = new Map<string, string>(Object.entries(PARTS));
  for (const [name, change] of Object.entries(changes)) {
    const before = parts.get(name) ?? '';
    const after = change(before);
    if (after === before) throw new Error(`nothing changes in ${name}`);
    if (after === undefined) parts.delete(name);
    else parts.set(name, after);
  }
  return zipSync(Object.fromEntries([...parts].map(([name, content]) => [name, strToU8(content)])));
}
