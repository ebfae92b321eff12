import { describe, expect, test } from 'vitest';
import { packageFaults } from '../../support/ooxml/package-faults.ts';
import { smallPresentation } from '../../support/ooxml/small-presentation.ts';

const SLIDE = 'ppt/slides/slide1.xml';
const TYPES = '[Content_Types].xml';
const PRESENTATION = 'ppt/presentation.xml';
const MASTER = 'ppt/slideMasters/slideMaster1.xml';

test('a valid presentation has no faults', () => {
  expect(packageFaults(smallPresentation())).toEqual([]);
});

const RELATIONSHIP = '<Relationship Id="rId2" Type="x/image" Target="../media/a.png"/></Relationships>';

const LINK =
  '<Relationship Id="rId2" Type="x/hyperlink" TargetMode="External" Target="https://example.org/a b"/></Relationships>';

describe('the checker finds', () => {
  test.each<[fault: string, part: string, from: string | RegExp, to: string | undefined]>([
    ['unexpected close tag', SLIDE, '</p:spTree>', ''],
    ['unbound namespace prefix: "q"', SLIDE, '<a:p>', '<a:p><q:r/>'],
    ['unknown namespace “urn:x” of r', SLIDE, '<a:p>', '<a:p><q:r xmlns:q="urn:x"/>'],
    [
      'undeclared prefix a14',
      SLIDE,
      '<p:sld ',
      '<p:sld xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="a14" ',
    ],
    ['<a:glowing> is not in the table of elements', SLIDE, '<a:bodyPr/>', '<a:bodyPr><a:glowing/></a:bodyPr>'],
    [
      'cannot have these children in this order: p:nvSpPr p:txBody p:spPr',
      SLIDE,
      /(<p:spPr\/>)(<p:txBody>.*?<\/p:txBody>)/,
      '$2$1',
    ],
    ['cannot have these children in this order: p:nvSpPr p:txBody', SLIDE, '<p:spPr/>', ''],
    ['<p:txBody> has no paragraph', SLIDE, /<a:bodyPr\/><a:p>.*?<\/a:p>/, '<a:bodyPr/>'],
    ['<a:p> has text: loose', SLIDE, '<a:p>', '<a:p>loose'],
    ['<a:rPr> cannot have sz="99", expected 100..400000', SLIDE, 'sz="2400"', 'sz="99"'],
    ['<a:rPr> cannot have size', SLIDE, 'sz="2400"', 'size="2400"'],
    ['<a:off> cannot have x="1.5", expected int', SLIDE, '<a:off x="0"', '<a:off x="1.5"'],
    ['<a:ext> lacks cx', SLIDE, '<a:ext cx="200"', '<a:ext'],
    ['<a:srgbClr> cannot have val="#123", expected hex', 'ppt/theme/theme1.xml', '1A2B3C', '#123'],
    ['cannot have these children in this order: a:dk1 a:dk2', 'ppt/theme/theme1.xml', /<a:lt1>.*?<\/a:lt1>/, ''],
    ['two shapes have the id 2', SLIDE, 'id="3" name="Table"', 'id="2" name="Table"'],
    ['two steps of the timeline have the id 1', SLIDE, '<p:cTn id="2"/>', '<p:cTn id="1"/>'],
    ['an animation names shape 9, which does not exist', SLIDE, 'spid="2"', 'spid="9"'],
    ['an animation names paragraph 1 of shape 2, which has 1', SLIDE, 'end="0"', 'end="1"'],
    ['row 1 of a table has 1 cells, expected 2', SLIDE, /<a:tc hMerge.*?<\/a:tc>/, ''],
    ['cell 2 of row 1 is covered, and not merged', SLIDE, ' hMerge="1"', ''],
    ['cell 2 of row 1 is merged, and not covered', SLIDE, ' gridSpan="2"', ''],
    ['its layout has no placeholder body 1', SLIDE, 'type="title"', 'type="body" idx="1"'],
    [`${SLIDE}: no relationship rId7`, SLIDE, '<a:rPr sz="2400"/>', '<a:rPr><a:hlinkClick r:id="rId7"/></a:rPr>'],
    [
      'rId2 leads to ppt/media/a.png, which does not exist',
      'ppt/slides/_rels/slide1.xml.rels',
      '</Relationships>',
      RELATIONSHIP,
    ],
    [`${SLIDE}: relationship rId2 is not used`, 'ppt/slides/_rels/slide1.xml.rels', '</Relationships>', RELATIONSHIP],
    [`${PRESENTATION}: two relationships are rId1`, 'ppt/_rels/presentation.xml.rels', 'Id="rId2"', 'Id="rId1"'],
    [
      `${PRESENTATION}: two relationships lead to ${MASTER}`,
      'ppt/_rels/presentation.xml.rels',
      '</Relationships>',
      '<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster" Target="slideMasters/slideMaster1.xml"/></Relationships>',
    ],
    [
      'ppt/theme/theme1.xml: nothing leads to this part',
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      /<Relationship Id="rId2"[^>]*>/,
      '',
    ],
    ['ppt/theme/theme1.xml: wrong content type application/xml', TYPES, /<Override PartName="\/ppt\/theme[^>]*>/, ''],
    [
      'ppt/theme/theme1.xml: no content type',
      TYPES,
      /<Default Extension="xml"[^>]*>|<Override PartName="\/ppt\/theme[^>]*>/g,
      '',
    ],
    [
      `${MASTER}: has 0 themes, expected 1`,
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      /<Relationship Id="rId2"[^>]*>/,
      '',
    ],
    [
      'rId2 leads to “https://example.org/a b”, which is no address',
      'ppt/slides/_rels/slide1.xml.rels',
      '</Relationships>',
      LINK,
    ],
    [
      'link rId1 does not lead to a slide',
      SLIDE,
      '<a:rPr sz="2400"/>',
      '<a:rPr><a:hlinkClick r:id="rId1" action="ppaction://hlinksldjump"/></a:rPr>',
    ],
    [`${TYPES}: an entry is there twice`, TYPES, /(<Override PartName="\/ppt\/theme[^>]*>)/, '$1$1'],
    [`${TYPES}: /ppt/theme/theme1.xml does not exist`, 'ppt/theme/theme1.xml', '', undefined],
    ['<p:sldId> cannot have id="255"', PRESENTATION, '<p:sldId id="256"', '<p:sldId id="255"'],
    ['a section has slide 256, which does not exist', PRESENTATION, '<p:sldId id="256"', '<p:sldId id="257"'],
    ['two masters or layouts have the id 2147483648', MASTER, '2147483649', '2147483648'],
    [`${PRESENTATION}: lists 0 slides of 1`, PRESENTATION, /<p:sldId .*?>/, ''],
  ])('%s', (fault, part, from, to) => {
    const bytes = smallPresentation({ [part]: (text) => (to === undefined ? undefined : text.replace(from, to)) });
    expect(packageFaults(bytes).join('\n')).toContain(fault);
  });
});
