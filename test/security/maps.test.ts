import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compileText } from '../support/compile.ts';
import { root } from '../support/browser.ts';

/** Objects that are asked only for names that authors cannot choose: Lectern's own, and those in PDFs of the browser. */
const OWN_NAMES = new Set(['STAND_INS', 'ESCAPES', 'INSIDE', 'WITHIN', 'SHOWN', 'values', 'properties']);

/**
 * Names of objects that are maps from texts: what an author writes may be “constructor”, which every object has. They
 * are a `Map`, or are asked by `Object.hasOwn` first.
 */
function unsafeMaps(source: string): string[] {
  const declared = [...source.matchAll(/(?:const|let) (\w+)\s*:[^=\n]*\bRecord<string,[^\n]*?= *\{?/g)];
  return declared
    .map(([, name = '']) => name)
    .filter((name) =>
      new RegExp(`\\b${name}\\[(?!['"\\d])[^\\]]*\\](?!\\s*=[^=])`).test(source.replace(/^.*\.evaluate\(.*$/gm, '')),
    )
    .filter((name) => !source.includes(`Object.hasOwn(${name},`) && !OWN_NAMES.has(name));
}

test('a map from texts that every object answers is found', () => {
  expect(unsafeMaps('const found: Record<string, string> = {};\nfound[a] = b;')).toEqual([]);
  expect(unsafeMaps('const TYPES: Record<string, string> = {\n};\nreturn TYPES[extension];')).toEqual(['TYPES']);
  expect(unsafeMaps('const TYPES: Readonly<Partial<Record<string, X>>> = {\n};\nTYPES[a.b]')).toEqual(['TYPES']);
  expect(unsafeMaps("const TYPES: Record<string, string> = {\n};\nTYPES['png']")).toEqual([]);
  expect(unsafeMaps('const T: Record<string, string> = {};\nObject.hasOwn(T, x) ? T[x] : 0')).toEqual([]);
});

test('no object is a map from what authors write', () => {
  const files = globSync('src/**/*.ts', { cwd: root }).filter(
    (file) => !file.replaceAll(path.sep, '/').startsWith('src/client/'),
  );
  const found = files.flatMap((file) =>
    unsafeMaps(readFileSync(path.join(root, file), 'utf8')).map((name) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});

const NAMES = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'];

test.each(NAMES)('“%s” is a name like any other, wherever an author writes one', async (name) => {
  const source = [
    `---\n${name}: x\nlang: ${name}\nsize: ${name}\ntransition: ${name}\nhtml: ${name}\nnumbers: ${name}\nsplit: ${name}`,
    `tokens: {${name}: "1px"}\nhandout: {${name}: 1}\ncheck: {${name}: off}\n---`,
    `## A {layout=${name} tone=${name} effect=${name} ${name}=x .${name} #${name} transition=${name} background=${name}}`,
    `:::${name}\ntext\n:::\n\n::${name}[a]{${name}=a}\n\n:${name}[a]{b}\n\n:icon[${name}] :icon[lucide:${name}] :icon[${name}:a]`,
    `![](x.${name}) ![a](a.png){${name}=1 width=${name}}\n\n> [!${name.toUpperCase()}]\n> text\n\n:span[longer words of this]{lang=${name}}`,
    `\`\`\`${name}\ncode\n\`\`\`\n\n\`\`\`chart type=${name} x=${name}\n${name},b\n1,2\n\`\`\``,
    `<${name} ${name}="x">a</${name}>\n\n[a][${name}] [^${name}] :${name}:\n\n[b](#${name})\n\n:::only{in=${name}}\na\n:::`,
    `:::steps{effect=${name}}\n- a\n:::\n\n:::cell{${name}=1}\na\n:::\n\n$\\${name}$\n\n# ${name}\n\n## ${name}`,
  ].join('\n\n');
  const { deck, messages } = await compileText(source);
  expect(deck.slides.length).toBeGreaterThan(1);
  expect(
    messages.filter((message) => /unexpected error|is not a function|not iterable|bug in Lectern/i.test(message)),
  ).toEqual([]);
});
