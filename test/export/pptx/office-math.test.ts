import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { mathWords } from '../../../src/export/pptx/math/math-text.ts';
import { readMathml } from '../../../src/export/pptx/math/mathml.ts';
import { convert } from '../../../src/export/pptx/math/omml.ts';
import { partText, xml } from '../../../src/export/pptx/xml.ts';
import { elementFaults } from '../../support/ooxml/grammar.ts';
import { elementsIn, readXml } from '../../support/ooxml/xml.ts';

await import('katex/contrib/mhchem');

/** Office Math of a formula in a few signs: `f(num(r a) den(r b))`; runs with a style name it. */
function officeMath(tex: string): string {
  const markup = katex.renderToString(tex, { displayMode: true, strict: 'ignore' });
  const formula = xml(
    'm:oMath',
    { 'xmlns:m': 'http://schemas.openxmlformats.org/officeDocument/2006/math' },
    convert(readMathml(markup) ?? [], { run: () => xml('a:rPr') }),
  );
  const source = partText(formula).replaceAll(/<a:rPr ?\/>/g, '');
  const tree = readXml(source);
  expect([...elementsIn(tree)].flatMap(([element, around]) => elementFaults(element, around))).toEqual([]);
  return source
    .replace(/^[\s\S]*?<m:oMath[^>]*>/, '')
    .replace('</m:oMath>', '')
    .replaceAll(/<m:t[^>]*>([^<]*)<\/m:t>/g, '“$1”')
    .replaceAll(/<m:(\w+) m:val="([^"]*)" ?\/>/g, '$1=$2 ')
    .replaceAll(/<m:(\w+) ?\/>/g, '$1() ')
    .replaceAll(/<m:(\w+)>/g, '$1(')
    .replaceAll(/<\/m:\w+>/g, ')')
    .replaceAll(/r\((“[^”]*”)\)/g, '$1')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(' )', ')')
    .trim();
}

describe('a formula becomes Office Math', () => {
  test.each([
    ['E=mc^2', '“E=m”sSup(e(“c”)sup(“2”))'],
    [String.raw`\frac{a}{b}`, 'f(num(“a”)den(“b”))'],
    [String.raw`\binom{n}{k}`, 'd(dPr(begChr=( endChr=))e(f(fPr(type=noBar)num(“n”)den(“k”))))'],
    [String.raw`\sqrt{x}`, 'rad(radPr(degHide=1)deg() e(“x”))'],
    [String.raw`\sqrt[3]{x}`, 'rad(deg(“3”)e(“x”))'],
    [
      String.raw`\sum_{i=1}^n i^2 + 1 = 3`,
      'nary(naryPr(chr=∑ limLoc=undOvr)sub(“i=1”)sup(“n”)e(sSup(e(“i”)sup(“2”))))“+1=3”',
    ],
    [String.raw`\int_0^1 x\,dx = 1`, 'nary(naryPr(chr=∫ limLoc=subSup)sub(“0”)sup(“1”)e(“x”r(rPr(nor())“ ”)“dx”))“=1”'],
    [
      String.raw`\lim_{x\to0}\sin x`,
      'func(fName(limLow(e(r(rPr(sty=p)“lim”))lim(“x→0”)))e(func(fName(r(rPr(sty=p)“sin”))e(“x”))))',
    ],
    [String.raw`\left(\frac{1}{2}\right]`, 'd(dPr(begChr=( endChr=])e(f(num(“1”)den(“2”))))'],
    [String.raw`\left.x\right|_0`, 'sSub(e(d(dPr(begChr= endChr=|)e(“x”)))sub(“0”))'],
    [String.raw`\left\{x\middle|y\right\}`, 'd(dPr(begChr={ sepChr=| endChr=})e(“x”)e(“y”))'],
    [
      String.raw`\begin{pmatrix}a&b\\c&d\end{pmatrix}`,
      'd(dPr(begChr=( endChr=))e(m(mPr(plcHide=1 mcs(mc(mcPr(count=2 mcJc=center))))mr(e(“a”)e(“b”))mr(e(“c”)e(“d”)))))',
    ],
    [
      String.raw`\begin{cases}1&x>0\\0&\text{else}\end{cases}`,
      'd(dPr(begChr={ endChr=)e(m(mPr(plcHide=1 mcs(mc(mcPr(count=2 mcJc=left))))mr(e(“1”)e(“x>0”))mr(e(“0”)e(r(rPr(nor())“else”))))))',
    ],
    [
      String.raw`\begin{aligned}a&=b\\&=d\end{aligned}`,
      'eqArr(e(“a”“&#x26;”“=b”)e(“&#x26;”“=d”))'.replaceAll('”“', ''),
    ],
    [String.raw`\hat{x}`, 'acc(accPr(chr=\u0302)e(“x”))'],
    [String.raw`\overline{AB}`, 'bar(barPr(pos=top)e(“AB”))'],
    [String.raw`\underbrace{a}_{n}`, 'limLow(e(groupChr(groupChrPr(chr=⏟ pos=bot vertJc=top)e(“a”)))lim(“n”))'],
    [String.raw`\xrightarrow[b]{a}`, 'limUpp(e(limLow(e(“⟶”)lim(“b”)))lim(“a”))'],
    [String.raw`\mathbb{R}\mathbf{x}`, 'r(rPr(scr=double-struck sty=p)“R”)r(rPr(sty=b)“x”)'],
    [String.raw`\boxed{x}`, 'borderBox(e(“x”))'],
    [String.raw`\cancel{x}`, 'borderBox(borderBoxPr(hideTop=1 hideBot=1 hideLeft=1 hideRight=1 strikeBLTR=1)e(“x”))'],
    [String.raw`\phantom{x}`, 'phant(phantPr(show=0)e(“x”))'],
    [String.raw`{}_a^bX`, 'sPre(sub(“a”)sup(“b”)e(“X”))'],
    [String.raw`\ce{H2O}`, 'sSub(e(r(rPr(sty=p)“H”))sub(“2”))r(rPr(sty=p)“O”)'],
    [String.raw`\begin{equation}a\tag{1}\end{equation}`, '“a”'],
  ])('%s', (tex, expected) => {
    expect(officeMath(tex).replaceAll('”“', '')).toBe(expected.replaceAll('”“', ''));
  });
});

test('markup without a formula has none', () => {
  expect(readMathml('<span>text</span>')).toBeUndefined();
  expect(readMathml('<math><mi>x</math>')).toBeUndefined();
});

test.each([
  ['E=mc^2', 'E = mc^2'],
  [String.raw`\frac{a+b}{2}`, '(a + b)/2'],
  [String.raw`\sqrt{x+1}`, '√(x + 1)'],
  [String.raw`x_i^2`, 'x_i^2'],
  [String.raw`\bar x`, 'x\u0304'],
  [String.raw`-a`, '−a'],
  [String.raw`f(x, y)`, 'f(x, y)'],
])('%s in a line of text', (tex, expected) => {
  const markup = katex.renderToString(tex, { displayMode: false, strict: 'ignore' });
  expect(mathWords(readMathml(markup) ?? [])).toBe(expected);
});
