import type { Code } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { box, inline, part, readComponent, refuseContent } from './component.ts';
import { become } from './directive.ts';
import { readFenceInfo } from './fence-info.ts';

const MOST = 6;
const TITLE = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)'|(\S+))/;

/** Names of languages that are not written as they are named. */
const LANGUAGES: Readonly<Record<string, string>> = {
  bash: 'Shell',
  c: 'C',
  cpp: 'C++',
  cs: 'C#',
  csharp: 'C#',
  css: 'CSS',
  go: 'Go',
  html: 'HTML',
  java: 'Java',
  javascript: 'JavaScript',
  js: 'JavaScript',
  json: 'JSON',
  kotlin: 'Kotlin',
  php: 'PHP',
  py: 'Python',
  python: 'Python',
  r: 'R',
  rb: 'Ruby',
  rs: 'Rust',
  rust: 'Rust',
  sh: 'Shell',
  sql: 'SQL',
  swift: 'Swift',
  toml: 'TOML',
  ts: 'TypeScript',
  typescript: 'TypeScript',
  xml: 'XML',
  yaml: 'YAML',
  yml: 'YAML',
};

/** Reads `:::tabs`: code in several languages in one place. With `:::steps` inside, each tab is a step. */
export function tabs(node: ContainerDirective, file: VFile): void {
  const read = readComponent(node, file, []);
  const codes = read.blocks.filter((block): block is Code => block.type === 'code');
  if (codes.length < 2 || codes.length > MOST || codes.length < read.blocks.length) {
    refuseContent(node, file, `two to ${MOST} fences of code`);
    return;
  }
  const stepping = 'dataSteps' in read.stepping;
  const names = codes.map((code, index) => nameOf(code, index));
  become(node, 'div', {
    common: read.common,
    className: ['tabs', ...(stepping ? ['layers'] : [])],
    dataComponent: 'tabs',
    ...(stepping && { dataLayers: '' }),
  });
  node.children = codes.map((code, shown) => {
    const all = names.map((name, index) =>
      inline(
        'span',
        { className: ['tab'], dataTab: String(index + 1), ...(index === shown && { ariaCurrent: 'true' }) },
        [{ type: 'inlineCode', value: name, data: { hName: 'span' } }],
      ),
    );
    code.meta = code.meta?.replace(TITLE, '').trim() || null;
    return box('tab-view', [part('tab-bar', all), code]);
  });
}

/** The title of a fence, its language, or its number. */
function nameOf({ meta, lang }: Code, index: number): string {
  const info = readFenceInfo(lang ?? '', meta ?? '');
  const title = info.attributes.values.get('title');
  if (typeof title === 'string' && title) return title;
  const name = info.lang;
  const known = Object.hasOwn(LANGUAGES, name.toLowerCase()) ? LANGUAGES[name.toLowerCase()] : undefined;
  return known ?? (name ? name.charAt(0).toUpperCase() + name.slice(1) : String(index + 1));
}
