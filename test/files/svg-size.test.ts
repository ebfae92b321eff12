import { expect, test } from 'vitest';
import { svgSize } from '../../src/files/svg-size.ts';
import { svgText } from '../../src/files/svg-text.ts';

const NS = 'xmlns="http://www.w3.org/2000/svg"';

test.each([
  ['px', `<svg ${NS} width="200" height="100px"/>`, 200, 100],
  ['single quotes, blanks and line ends', `<svg\n xmlns='x'\n width = '200'\n\theight\n=\n"100">`, 200, 100],
  ['a prefix', `<svg:svg xmlns:svg="x" width="200" height="100"></svg:svg>`, 200, 100],
  ['inches and millimetres', `<svg ${NS} width=".5in" height="25.4mm"/>`, 48, 96],
  ['points and em', `<svg ${NS} width="150pt" height="10em"/>`, 200, 160],
  ['exponents', `<svg ${NS} width="2e2" height="1e2"/>`, 200, 100],
  ['a byte order mark', `\uFEFF<svg ${NS} width="200" height="100"/>`, 200, 100],
  ['> in an attribute', `<svg ${NS} data-x="a>b<svg width='7'>" width="200" height="100"/>`, 200, 100],
  ['a long attribute first', `<svg ${NS} content="${'&lt;x&gt;'.repeat(900)}" width="121px" height="61px"/>`, 121, 61],
  [
    'a long comment first',
    `<!-- ${'<svg width="7" height="7">'.repeat(99)} --><svg width="200" height="100"/>`,
    200,
    100,
  ],
  ['an instruction first', `<?xml-stylesheet href="x.css"?><svg width="200" height="100"/>`, 200, 100],
  [
    'entities',
    `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x>y" [ <!-- ]> --> <!ENTITY a "]>"> ]>\n<svg xmlns="&a;" width="200" height="100"/>`,
    200,
    100,
  ],
  ['a width and a shape', `<svg width="200" viewBox="0 0 100 50"/>`, 200, 100],
  ['a height and a shape', `<svg height="200" viewBox="0 0 100 50"/>`, 400, 200],
  ['a width alone', `<svg width="200"/>`, 200, 150],
  ['a height alone', `<svg height="200"/>`, 300, 200],
])('an SVG picture with %s has its size', (_, text, width, height) => {
  const size = svgSize(text);
  expect(size?.elastic).toBeUndefined();
  expect(size?.width).toBeCloseTo(width);
  expect(size?.height).toBeCloseTo(height);
});

test.each([
  ['a viewBox alone', `<svg viewBox="0 0 100 50"/>`, 100, 50],
  ['commas and line ends', `<svg viewBox="-50,-25\n100 ,50"/>`, 100, 50],
  ['shares', `<svg width="100%" height="50%" viewBox="0 0 100 50"/>`, 100, 50],
  ['auto', `<svg width="auto" height="auto" viewBox="0 0 100 50"/>`, 100, 50],
  ['a tiny viewBox', `<svg viewBox="0 0 .5 .25"/>`, 300, 150],
  ['a size in a style', `<svg style="width:7px;height:9px" viewBox="0 0 100 50"/>`, 100, 50],
])('an SVG picture with %s has a shape', (_, text, width, height) => {
  expect(svgSize(text)).toEqual({ width, height, elastic: 'width' });
});

test.each([`<svg ${NS}/>`, `<svg width="50%" height="50%"/>`, `<svg width="0" height="-1" viewBox="0 0 0 9"/>`])(
  '%s has the size that browsers give it',
  (text) => {
    expect(svgSize(text)).toEqual({ width: 300, height: 150, elastic: 'default' });
  },
);

test('encodings are those of XML', () => {
  const text = `<?xml version="1.0" encoding="UTF-16"?><svg width="200" height="100"/>`;
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
  const latin = Buffer.from(text.replace('UTF-16', 'ISO-8859-1').replace('/>', ' a="é"/>'), 'latin1');
  for (const bytes of [little, Buffer.from(little).swap16(), Buffer.from(text, 'utf16le'), latin])
    expect(svgSize(svgText(bytes).text)).toEqual({ width: 200, height: 100 });
});

test.each(['', '<html><svg width="1" height="1"/></html>', '<svg width="1" height="1"', '<svgx/>', '{"svg": 1}'])(
  '%j is no SVG picture',
  (text) => {
    expect(svgSize(text)).toBeUndefined();
  },
);

test('what never ends takes no time', () => {
  for (const text of ['<!DOCTYPE svg [' + '<!--x-->'.repeat(99), '<!-- '.repeat(99_999), '<?x?>'.repeat(99_999) + '<'])
    expect(svgSize(text)).toBeUndefined();
});
