/**
 * Writes the reference tables of `docs/` that come from code: front matter, slide settings, layouts, directives and keys. A name without a
 * description is a type error, and `test/reference-tables.test.ts` compares the pages with what this writes.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { VFile } from 'vfile';
import { keyTable } from '../src/client/presenter-words.ts';
import { compile } from '../src/compile/compile.ts';
import { hasSlots } from '../src/html/layouts.ts';
import { FRONT_MATTER_KEYS } from '../src/markdown/deck-meta.ts';
import { SLIDE_SETTINGS } from '../src/markdown/slide-settings.ts';
import { NO_FILES } from '../src/model/deck-files.ts';
import {
  CONTAINER_DIRECTIVES,
  LEAF_DIRECTIVES,
  TEXT_DIRECTIVES,
  type ContainerName,
  type LeafName,
  type TextName,
} from '../src/model/directive-names.ts';
import { THEOREM_KINDS, type TheoremKind } from '../src/model/lecture-words.ts';
import { LAYOUT_NAMES, LAYOUTS, type Layout } from '../src/model/layouts.ts';
import { stageWords } from '../src/model/talk-words.ts';
import { COMPONENTS, DIRECTIVES, KEY_LINKS, LAYOUT_USES, SETTING_WORDS } from './reference-words.ts';

const root = path.join(import.meta.dirname, '..');

/** Puts the tables into their places in a page. */
export async function withTables(page: string): Promise<string> {
  let text = page;
  for (const [name, made] of Object.entries(TABLES)) {
    const place = new RegExp(`(<!-- ${name} -->\\n)[^]*?(\\n<!-- /${name} -->)`);
    if (!place.test(text)) continue;
    const table = await made();
    text = text.replace(place, (_, start: string, end: string) => `${start}\n${table}\n${end}`);
  }
  return text;
}

const TABLES: Readonly<Record<string, () => string | Promise<string>>> = {
  'front matter': frontMatterTable,
  'slide settings': settingTable,
  layouts: layoutTable,
  directives: directiveTable,
  components: componentTable,
  keys: keysTable,
};

interface KeySchema {
  $ref?: string;
  type?: string | string[];
  enum?: readonly unknown[];
  anyOf?: readonly KeySchema[];
  const?: unknown;
  description?: string;
  default?: unknown;
  examples?: readonly unknown[];
}

function frontMatterTable(): string {
  const schema = JSON.parse(readFileSync(path.join(root, 'schema', 'front-matter.json'), 'utf8')) as {
    properties: Record<string, KeySchema>;
  };
  const rows = FRONT_MATTER_KEYS.map((key) => {
    const { description = '', default: usual, ...rest } = schema.properties[key] ?? {};
    const link = KEY_LINKS[key] === undefined ? '' : ` [More](${KEY_LINKS[key]})`;
    const value = usual === undefined ? '–' : `\`${shownValue(usual)}\``;
    return `| \`${key}\` | ${valueOf(rest)} | ${inTable(description)}${link} | ${value} |`;
  });
  return ['| key | value | meaning | default |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function valueOf(schema: KeySchema): string {
  const { $ref, type, anyOf } = schema;
  if ('const' in schema) return `\`${shownValue(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${shownValue(value)}\``).join(', ');
  if ($ref !== undefined) return $ref.endsWith('lines') ? 'text or a list' : 'text';
  if (anyOf) return [...new Set(anyOf.map(valueOf))].join(', ');
  if (type === undefined) return 'a map';
  if (type === 'boolean') return '`true`, `false`';
  if (type === 'object') return 'a map';
  return type === 'array' ? 'a list' : type === 'string' ? 'text' : [type].flat().join(', ');
}

function shownValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function inTable(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replaceAll('<', '\\<')
    .replaceAll('*', '\\*')
    .replaceAll(/(\{(?:[^{}]|\{[^{}]*\})*\}|-{3}|[\w-]+\.css)/g, '`$1`');
}

function settingTable(): string {
  const rows = SLIDE_SETTINGS.map((name) => {
    const [values, meaning] = SETTING_WORDS[name];
    return `| \`${name}\` | ${values} | ${meaning} |`;
  });
  return ['| setting | value | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

function layoutTable(): string {
  const rows = LAYOUT_NAMES.map((name) => `| \`${name}\` | ${LAYOUT_USES[name]} | ${slotsOf(name)} |`);
  return ['| layout | for | slots |', '| --- | --- | --- |', ...rows].join('\n');
}

function slotsOf(name: Layout): string {
  if (!hasSlots(name)) return '–';
  const names = LAYOUTS[name].pictured === true || name === 'cover' ? ['image'] : ['left', 'right', 'full'];
  return names.map((slot) => `\`:::${slot}\``).join(', ');
}

const isTheorem = (name: string): name is TheoremKind => THEOREM_KINDS.some((kind) => kind === name);

async function directiveTable(): Promise<string> {
  const blocks = CONTAINER_DIRECTIVES.filter((name): name is Exclude<ContainerName, TheoremKind> => !isTheorem(name));
  const rows = [
    ...blocks.filter((name) => !(name in COMPONENTS)).map((name) => [name, `:::${name}`] as const),
    ...LEAF_DIRECTIVES.filter((name) => name !== 'poll').map((name) => [name, `::${name}`] as const),
    ...TEXT_DIRECTIVES.map((name) => [name, `:${name}[…]`] as const),
  ];
  return table(rows);
}

function componentTable(): Promise<string> {
  return table(CONTAINER_DIRECTIVES.filter((name) => name in COMPONENTS).map((name) => [name, `:::${name}`] as const));
}

async function table(rows: readonly (readonly [name: string, form: string])[]): Promise<string> {
  const words: Readonly<Record<string, string>> = { ...DIRECTIVES, ...COMPONENTS };
  const lines = await Promise.all(
    rows.map(async ([name, form]) => {
      const attributes = (await attributesOf(form)).map((attribute) => `\`${attribute}\``).join(', ') || '–';
      return `| \`${form}\` | ${words[name]} | ${attributes} |`;
    }),
  );
  return ['| directive | what it does | attributes |', '| --- | --- | --- |', ...lines].join('\n');
}

/** Asks the compiler which attributes a directive has: it lists them where one is unknown. */
async function attributesOf(form: string): Promise<string[]> {
  const unknown = '{no-attribute=1}';
  const value = form.startsWith(':::')
    ? `## A\n\n${form}${unknown}\n- **a** b\n- **c** d\n:::\n`
    : `## A\n\n${form.replace('…', 'a')}${unknown}\n`;
  const file = new VFile({ path: 'probe.md', value });
  await compile(file, { files: NO_FILES });
  const told = file.messages.find(
    ({ ruleId, reason }) => ruleId === 'directive-attribute' && reason.includes('no-attribute'),
  );
  const names = / one of (.+)$/.exec(told?.reason ?? '')?.[1]?.split(', ') ?? [];
  return names.filter((name) => name !== 'lang' && name !== 'dir');
}

async function keysTable(): Promise<string> {
  const rows = keyTable(await stageWords('en')).flatMap(([title, keys]) =>
    keys.map(([names, does], index) => `| ${index === 0 ? title : ''} | ${shownKeys(names)} | ${does} |`),
  );
  return ['| for | keys | what they do |', '| --- | --- | --- |', ...rows].join('\n');
}

function shownKeys(names: string): string {
  if (names.startsWith('Ctrl ')) return shownKey(names.replaceAll(' ', '+'));
  return names.split(' ').map(shownKey).join(' ');
}

function shownKey(name: string): string {
  return `**${name.replace('⇧', 'Shift+')}**`;
}

/** Descriptions of theorems and their relatives are one row. */
export type Described = Exclude<ContainerName, TheoremKind> | Exclude<LeafName, 'poll'> | TextName;

/** Pages that have such tables. */
export const TABLE_PAGES: readonly string[] = globSync('docs/**/*.md', { cwd: root }).filter((page) =>
  Object.keys(TABLES).some((name) => readFileSync(path.join(root, page), 'utf8').includes(`<!-- ${name} -->`)),
);

if (process.argv[1] === import.meta.filename) {
  for (const page of TABLE_PAGES) {
    const file = path.join(root, page);
    writeFileSync(file, await withTables(readFileSync(file, 'utf8')));
  }
}
