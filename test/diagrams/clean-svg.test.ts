import { describe, expect, test } from 'vitest';
import { cleanSvg } from '../../src/diagrams/clean-svg.ts';

const svg = (inner: string): string =>
  `<svg viewBox="0 0 1 1" xmlns:xlink="http://www.w3.org/1999/xlink">${inner}</svg>`;
const inside = (inner: string): string => /^<svg[^>]*>([\s\S]*)<\/svg>$/.exec(cleanSvg(svg(inner)))?.[1] ?? '';

describe('what is safe stays as it is written', () => {
  test.each([
    `<g class="a b" data-id="x" id="n"><path d="M0 0h1" fill='red' marker-end="url(#m)"/><text dy="1em">a &amp; b</text></g>`,
    '<style>#a{fill:red}.b>c{mask:url(#m)}@keyframes x{to{opacity:0}}</style>',
    '<a href="https://example.org/?a=1&amp;b=2"><rect/></a><a xlink:href="#n" xlink:title="url(x)"></a><a href="mailto:a@b.c"/>',
    '<image href="data:image/png;base64,AA==" width="3"/>',
    '<defs><linearGradient id="g" xlink:href="#h"><stop stop-color="red"/></linearGradient></defs><use href="#n"/>',
    '<filter id="f"><feDropShadow dx="1" flood-color="red"/></filter><g filter="url(#f)" style="fill:url(\'#g\')"/>',
    '<switch><foreignObject width="9"><div xmlns="http://www.w3.org/1999/xhtml" class="label" style="color:red"><p>a<br/>b</p></div></foreignObject><text>a b</text></switch>',
    '<g role="img" aria-label="a < url(x)"/>',
  ])('%s', (inner) => {
    expect(cleanSvg(svg(inner))).toBe(svg(inner));
  });
});

describe('what runs, loads or leads elsewhere goes', () => {
  test.each([
    [`<g onclick="alert(1)" class="n"></g>`, '<g class="n"></g>'],
    [`<g onclick='alert(1)'></g>`, '<g></g>'],
    ['<g ONLOAD=alert(1)></g>', '<g></g>'],
    ['<g/onclick=alert(1)></g>', '<g></g>'],
    ['<script>alert(1)</script >', ''],
    ['<script>alert(1)</script\n>a', 'a'],
    ['<g><SCRIPT href="data:,alert(1)"/></g>', '<g></g>'],
    [`<a href='javascript:alert(1)'>x</a>`, '<a>x</a>'],
    ['<a xlink:href="javascript:alert(1)">x</a>', '<a>x</a>'],
    ['<a xlink:href="&#106;avascript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="java&#10;script&colon;alert(1)">x</a>', '<a>x</a>'],
    ['<a href=" javascript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="data:text/html,x">x</a>', '<a>x</a>'],
    ['<a href=""><set attributeName="href" to="javascript:alert(1)"/>x</a>', '<a>x</a>'],
    ['<use href="https://example.org/x.svg#a"></use>', '<use></use>'],
    ['<image href="https://example.org/x.png" width="3"/>', ''],
    [`<image xlink:href='file:///etc/passwd'/>`, ''],
    ['<filter><feImage href="https://example.org/x.png"/></filter>', '<filter></filter>'],
    ['<g style="fill:url(https://example.org/#a)"></g>', '<g></g>'],
    ['<g style="background:u\\72l(//example.org)"></g>', '<g></g>'],
    ['<g fill="url(&quot;//example.org/#a&quot;)"></g>', '<g></g>'],
    ['<g mask=url(x.svg#a)></g>', '<g></g>'],
    ['<style>@import "https://example.org";</style>', ''],
    ['<style>a{background:url(&#104;ttps://example.org)}</style>', ''],
    ['<style>&lt;img src=x onerror=alert(1)></style>', ''],
    ['<style><g onclick="alert(1)"></g></style>', ''],
    ['<foreignObject><iframe src="https://example.org"></iframe></foreignObject>', '<foreignObject></foreignObject>'],
    ['<foreignObject><img src=x onerror=alert(1)>a</foreignObject>', '<foreignObject>a</foreignObject>'],
    [
      '<foreignObject><div onmouseover=alert(1)>a<br>b</div></foreignObject>',
      '<foreignObject><div>a<br>b</div></foreignObject>',
    ],
    [
      '<foreignObject><form action="https://example.org"><p>a</p><input></form></foreignObject>',
      '<foreignObject><p>a</p></foreignObject>',
    ],
    [
      '<foreignObject><style>a{background:url(//example.org)}</style></foreignObject>',
      '<foreignObject></foreignObject>',
    ],
    [
      '<foreignObject><math><mtext><img src onerror=alert(1)></mtext></math></foreignObject>',
      '<foreignObject></foreignObject>',
    ],
    ['<title><script>alert(1)</script>t</title>', '<title>t</title>'],
    ['<desc><p>t</p></desc>', '<desc>t</desc>'],
    ['<!-- --!><img src=x onerror=alert(1)> -->', ''],
  ])('%s', (inner, kept) => {
    expect(inside(inner)).toBe(kept);
  });

  test('and what closes the drawing', () => {
    const cleaned = cleanSvg(
      '<svg viewBox="0 0 1 1"><g></g><div onclick="alert(1)">x</div><img src=x></svg><script>alert(1)</script>',
    );
    expect(cleaned).toBe('<svg viewBox="0 0 1 1"><g></g></svg>');
    expect(cleanSvg('<p>no drawing</p>')).toBe('<svg></svg>');
  });

  test('a cleaned drawing is safe when it is read again', () => {
    const nested = '<title><svg><style></title><img src=x onerror=alert(1)></style></svg></title>';
    const cleaned = cleanSvg(svg(`<g onclick="x">${nested}</g>`));
    expect(cleaned).not.toMatch(/<img|onerror/);
    expect(cleanSvg(cleaned)).toBe(cleaned);
  });
});
