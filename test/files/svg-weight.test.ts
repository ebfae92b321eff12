import { expect, test } from 'vitest';
import { svgText } from '../../src/files/svg-text.ts';
import { heavySvgFile as tooHeavy } from '../../src/files/svg-weight.ts';

const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;
const rect = '<rect width="1" height="1"/>';

/** Groups of ten, each of which shows the one before ten times. */
const levels = (show: (id: string) => string): string =>
  Array.from({ length: 8 }, (_, index) => `<g id="a${index + 1}">${show(`a${index}`).repeat(10)}</g>`).join('');
const blur = (effects: number): string =>
  `<filter id="f">${'<feGaussianBlur stdDeviation="9"/>'.repeat(effects)}</filter>`;

test.each([
  ['use', levels((id) => `<use href="#${id}"/>`)],
  ['use by xlink', levels((id) => `<use xlink:href = '#${id}'></use>`)],
  ['use, the letter written as a number', levels((id) => `<use href="&#35;${id}"/>`)],
  ['use by an entity', levels((id) => `<use href="&to;${id}"/>`)],
  ['masks', levels((id) => `<rect mask="url(#${id})"/>`)],
  ['patterns in styles', levels((id) => `<rect style="fill: url( '#${id}' )"/>`)],
])('a picture that repeats itself by %s is refused', (_, inside) => {
  const doctype = '<!DOCTYPE svg [<!ENTITY to "#">]>';
  expect(tooHeavy(`${doctype}${svg(`<g id="a0">${rect}</g>${inside}`)}`)).toMatch(/repeat each other/);
});

test.each([
  ['attributes', '', (id: string) => `marker-mid="url(#${id})" marker-end="url(#${id})"`],
  ['style=', '', (id: string) => `style="marker: url(#${id})"`],
  [
    'a style sheet',
    Array.from({ length: 12 }, (_, at) => `.m${at}{marker:url(#m${at})}`).join(''),
    (id: string) => `class="${id}"`,
  ],
])('markers count at each point of a line: %s', (_, style, shown) => {
  const markers = Array.from(
    { length: 12 },
    (_, at) => `<marker id="m${at + 1}"><path d="M0 0L1 1L2 2L3 3" ${shown(`m${at}`)}/></marker>`,
  );
  const line = '<path d="M0 0L9 9" marker-end="url(#m12)"/>';
  expect(tooHeavy(svg(`<style>${style}</style><marker id="m0">${rect}</marker>${markers.join('')}${line}`))).toMatch(
    /repeat each other/,
  );
  expect(
    tooHeavy(svg(`<marker id="m0">${rect}</marker>${`<path d="M0 0L9 9" ${shown('m0')}/>`.repeat(500)}`)),
  ).toBeUndefined();
});

test('rules of a style sheet count', () => {
  const many = `${blur(10)}${rect.repeat(100)}`;
  expect(tooHeavy(svg(`<style>rect { filter: url(#f) }</style>${many}`))).toMatch(/filter effects/);
  expect(tooHeavy(svg(`<style><![CDATA[rect { filter: url(#f) }]]></style>${many}`))).toMatch(/filter effects/);
  expect(tooHeavy(svg(many))).toBeUndefined();
});

test.each([
  ['.shadow { filter: url(#f) }', undefined],
  ['#one, .none { filter: url(#f) }', undefined],
  ['circle { filter: drop-shadow(0 0 9px red) }', undefined],
  ['@media print { g > .shadow { filter: url(#f) } }', undefined],
  ['.all { filter: url(#f) }', 'filter effects'],
  ['g .none, rect.all { filter: url(#f) }', 'filter effects'],
  ['g { filter: url(#f); rect { fill: red } } .none { }', 'filter effects'],
  ['g { fill: red; rect { filter: url(#f) } }', 'filter effects'],
  ['.none/**/, rect { filter: url(#f) }', 'filter effects'],
  ['.none/*{.none*/,rect{ filter: url(#f) }', 'filter effects'],
  [':is(.none, rect) { filter: url(#f) }', 'filter effects'],
  ['[class="none}{"], rect { filter: url(#f) }', 'filter effects'],
  [String.raw`.\61ll { filter: url(#f) }`, 'filter effects'],
  ['.all { filter: blur(2px) drop-shadow(0 0 9px red) }', 'filter effects'],
  [String.raw`.all { filter: b\6cur(2px) blur(1px) }`, 'filter effects'],
])('a rule counts for what it may mean: %s', (rule, reason) => {
  const all = '<rect class="some all" width="1" height="1"/>'.repeat(300);
  const few = '<rect id="one" class="shadow"/><circle class="shadow"/>';
  const found = tooHeavy(svg(`<style>${rule}</style>${blur(2)}<g>${all}${few}</g>`));
  expect(found).toEqual(reason && expect.stringContaining(reason));
});

test('filter functions are effects as well', () => {
  const chain = 'blur(9px) '.repeat(100);
  expect(tooHeavy(svg(`<rect style="filter: ${chain}"/>`))).toMatch(/1000 filter effects/);
  expect(tooHeavy(svg(`<rect filter="${chain}"/>`))).toMatch(/filter effects/);
  expect(tooHeavy(svg(`<rect style="filter: drop-shadow(0 0 2px red)"/>`.repeat(400)))).toBeUndefined();
});

test('filters that work on each other, or on many things, are refused; shadows are not', () => {
  const shape = '<rect width="1" height="1" filter="url(#f)"/>';
  expect(tooHeavy(svg(`${blur(200)}${shape}`))).toMatch(/filter effects/);
  expect(tooHeavy(svg(`${blur(1)}${shape.repeat(1000)}`))).toMatch(/1000 filter effects/);
  expect(tooHeavy(svg(`${blur(5)}${shape.repeat(60)}`))).toBeUndefined();
});

test('large and deep pictures that do not repeat themselves are fine', () => {
  expect(tooHeavy(svg(rect.repeat(150_000)))).toBeUndefined();
  expect(tooHeavy(svg(`${'<g>'.repeat(20_000)}${rect}${'</g>'.repeat(20_000)}`))).toBeUndefined();
  expect(tooHeavy(svg(`<g id="a0">${rect}</g>${'<use href="#a0"/>'.repeat(2000)}`))).toBeUndefined();
  expect(
    tooHeavy(svg(`<a href="#top"/>${'<path fill="url(#g)"/>'.repeat(9000)}<linearGradient id="g"/>`)),
  ).toBeUndefined();
});

test('references to itself, to nothing or without end do not block', () => {
  expect(tooHeavy(svg('<g id="a"><use href="#a"/><use href="#b"/></g><use href="#a"/>'))).toBeUndefined();
  const chain = Array.from({ length: 2000 }, (_, index) => `<g id="c${index}"><use href="#c${index + 1}"/></g>`);
  expect(tooHeavy(svg(chain.join('')))).toMatch(/repeat each other/);
  expect(tooHeavy('<!DOCTYPE svg [<!ENTITY a "<rect/>"><!ENTITY b "&a;&a;">]><svg>&b;</svg>')).toMatch(/entities/);
  for (const odd of ['', '<', '<!--', '<svg a="', '<style>', '</']) expect(tooHeavy(odd)).toBeUndefined();
});

test('files are read in their own encoding', () => {
  const wide = Buffer.from(`\ufeff${svg(rect)}`, 'utf16le');
  expect(svgText(wide).text).toContain('<rect');
  expect(svgText(wide.swap16()).text).toContain('<rect');
  expect(svgText(Buffer.from(svg(rect))).text).toContain('<rect');
});

const NAMINGS: [how: string, attribute: (id: string) => string][] = [
  ['blanks in the address', (id) => `href=" #${id}"`],
  ['an encoded address', (id) => `href="#%61${id.slice(1)}"`],
  ['a fill in capitals', (id) => `fill="URL(#${id})"`],
  ['a fill with blanks', (id) => `fill="url( '#${id}')"`],
  ['an escaped fill', (id) => `fill="u\\72l(\\23 ${id})"`],
];

test.each(NAMINGS)('elements that repeat each other are found by %s', (_, naming) => {
  const levels = Array.from({ length: 9 }, (__, level) => {
    const inside = level === 0 ? '<rect/>' : `<use ${naming(`a${level - 1}`)}/>`.repeat(10);
    return `<pattern id="a${level}">${inside}</pattern>`;
  });
  expect(tooHeavy(svg(`${levels.join('')}<use ${naming('a8')}/>`))).toMatch(/repeat each other/);
});
