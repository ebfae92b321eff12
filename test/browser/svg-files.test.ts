import { expect, test } from 'vitest';
import { svgFault, svgText } from '../../src/files/svg-text.ts';
import { useBrowser } from '../support/browser.ts';

const browser = useBrowser();

const NS = 'xmlns="http://www.w3.org/2000/svg"';
const svg = (inside: string, attributes = NS, head = ''): string =>
  `${head}<svg ${attributes} width="200" height="100">${inside}</svg>`;

const FILES: Record<string, string | Uint8Array> = {
  plain: svg('<rect width="9" height="9"/>'),
  'byte order mark': `\uFEFF${svg('')}`,
  'document type': svg('', NS, '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">\n'),
  entities: svg(
    '<text>&word;</text>',
    'xmlns="&ns;"',
    `<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg"> <!ENTITY word "a">]>`,
  ),
  prefixed: '<s:svg xmlns:s="http://www.w3.org/2000/svg" width="200" height="100"><s:g/></s:svg>',
  'foreign elements': svg('<sodipodi:x a="1"/>', `${NS} xmlns:sodipodi="http://sodipodi"`),
  'comments and instructions': svg('<!-- a > b --><?x y?><style><![CDATA[ a > b {} ]]></style>'),
  'HTML inside': svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a<br/>b</p></foreignObject>'),
  'UTF-16': new Uint8Array(Buffer.from(`\uFEFF${svg('<title>é</title>')}`, 'utf16le')),
  'Latin-1': new Uint8Array(
    Buffer.from(svg('<title>é</title>', NS, '<?xml version="1.0" encoding="ISO-8859-1"?>\n'), 'latin1'),
  ),
  'Windows-1252': new Uint8Array(
    Buffer.from(svg('<title>é</title>', NS, "<?xml version='1.0' encoding='windows-1252'?>"), 'latin1'),
  ),
  'no namespace': svg('', ''),
  'another namespace': svg('', 'xmlns="http://www.w3.org/1999/xhtml"'),
  truncated: svg('<rect').slice(0, -6),
  'no end': svg('').slice(0, -6),
  'an element without end': svg('<g><rect/>'),
  'a bare ampersand': svg('<text>Fish & chips</text>'),
  'an HTML entity': svg('<text>a&nbsp;b</text>'),
  'an attribute twice': svg('<rect width="1" width="2"/>'),
  'an attribute without quotes': svg('<rect width=1 />'),
  'a break of HTML': svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a<br>b</p></foreignObject>'),
  'text behind': `${svg('')}words`,
  'a prefix that nobody declares': svg('<use xlink:href="#a"/>'),
  'capitals at the end': svg('<g></G>'),
};

test.each(Object.keys(FILES))(
  'an SVG file with %s is told as broken where the browser cannot show it',
  async (name) => {
    const file = FILES[name] ?? '';
    const { text, bytes } = svgText(typeof file === 'string' ? new TextEncoder().encode(file) : file);
    const page = await browser().newPage();
    const isShown = await page.evaluate(
      async (source) => {
        const image = new Image();
        image.src = source;
        return image.decode().then(
          () => true,
          () => false,
        );
      },
      `data:image/svg+xml;base64,${Buffer.from(bytes).toString('base64')}`,
    );
    await page.close();
    expect((await svgFault(text)) === undefined).toBe(isShown);
  },
);
