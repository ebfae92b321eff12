/**
 * Writes what comes from the table of options: the tables in `docs/`, between comments that name the command, the schema
 * of `lectern.json` and the types of a config's options.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'oxfmt';
import { RULES } from '../src/check/rules.ts';
import { COMMAND_OPTIONS, optionsOf } from '../src/cli/command-options.ts';
import { COMMANDS, type CommandName } from '../src/cli/commands.ts';
import { plain } from '../src/cli/format-help.ts';
import { OUTPUTS } from '../src/export/formats.ts';
import { SEVERITIES } from '../src/model/check-settings.ts';
import type { Option } from '../src/model/option.ts';
import { COMPILER_RULES, RULE_IDS } from '../src/model/rule-ids.ts';
import { configKey, PROJECT_OPTIONS } from '../src/project/options.ts';
import { PLUGIN_SCHEMAS } from './plugin-schemas.ts';

const root = path.join(import.meta.dirname, '..');
const SCHEMA = path.join(root, 'schema', 'lectern.json');
const TYPES = path.join(root, 'src', 'model', 'config-options.ts');

/**
 * Puts the tables of commands, outputs and keys of a config into their places in a page.
 *
 * @param name - of the page below `docs/`.
 */
export function withOptions(page: string, name: string): string {
  return page.replace(/(<!-- (commands|outputs|config) -->\n)[\s\S]*?(\n<!-- \/\2 -->)/g, (...groups: string[]) => {
    const [, start = '', what = '', end = ''] = groups;
    const tables: Readonly<Record<string, () => string>> = {
      commands: commandSections,
      outputs: outputTable,
      config: configTable,
    };
    return `${start}\n${relinked(tables[what]?.() ?? '', name)}\n${end}`;
  });
}

/** Makes links that are relative to `docs/` relative to a page in it. */
export function relinked(table: string, name: string): string {
  const folder = path.posix.dirname(name);
  return table.replace(/\]\((?!https?:)([\w./-]+)(#[^)]*)?\)/g, (_, target: string, anchor = '') => {
    return `](${target === name ? '' : path.posix.relative(folder, target)}${anchor})`;
  });
}

/** A section for each command: what it does, its options, and what else its help says. */
function commandSections(): string {
  return (Object.keys(COMMANDS) as CommandName[])
    .map((command) => {
      const { usage, about, more } = COMMAND_OPTIONS[command];
      const calls = ['```sh', ...usage, '```'].join('\n');
      const text = [`## lectern ${command}`, prose(about), calls, optionTable(command), ...(more ? [prose(more)] : [])];
      return text.join('\n\n');
    })
    .join('\n\n');
}

/** Sets names of files and options as code, and lists of calls as blocks of it. */
function prose(text: string): string {
  const call = /lectern [a-z]+(?: --[a-z][\w-]*)+/;
  const name = /--[a-z][\w-]*|[\w./*-]*\.(?:md|html|pdf|ts|js|json|txt|vtt|webm|gitignore)\b|slides\//;
  const all = new RegExp(`“(lectern [^”]+)”|(?<![\\w\`])(?:${call.source}|${name.source})`, 'g');
  const coded = (line: string): string =>
    line.replaceAll(all, (found, quoted?: string) => `\`${quoted ?? found}\``).replaceAll(/(?<!`)<(?!`)/g, '\\<');
  const blocks = text.split(/((?:^ {2,}.+\n?)+)/m);
  return blocks
    .map((block) =>
      block.startsWith('  ') ? `\`\`\`text\n${block.trimEnd().replaceAll(/^ {2}/gm, '')}\n\`\`\`\n` : coded(block),
    )
    .join('')
    .trim();
}

function optionTable(command: CommandName): string {
  const rows = optionsOf(command)
    .filter(({ name }) => name !== 'help')
    .map((option) => `| ${shownCall(option)} | ${meaning(option)} | ${option.default ?? '–'} |`);
  return ['| option | meaning | default |', '| --- | --- | --- |', ...rows].join('\n');
}

function shownCall({ name, short, value }: Option): string {
  return `\`--${name}${value === undefined ? '' : ` ${value}`}\`${short === undefined ? '' : `, \`-${short}\``}`;
}

function meaning({ help, choices }: Option): string {
  if (!choices) return help;
  return `${help}: ${Object.keys(choices)
    .map((word) => `\`${word}\``)
    .join(', ')}`;
}

function outputTable(): string {
  const rows = OUTPUTS.map(({ name, file, about }) => `| \`${name}\` | \`${file}\` | ${about} |`);
  return ['| `--to` | file | what it is |', '| --- | --- | --- |', ...rows].join('\n');
}

function configTable(): string {
  const rows = PROJECT_OPTIONS.map((option) => {
    const value = typeOf(option.schema).replaceAll(' | ', ', ').replaceAll('readonly ', '').replaceAll('"', "'");
    const shown = value.includes('{') ? 'text or an object' : `\`${value.replace('(string)[]', 'string[]')}\``;
    return `| \`${configKey(option)}\` | ${shown} | ${option.help} | ${option.default ?? '–'} |`;
  });
  return ['| key | value | meaning | default |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Writes the JSON Schema of `lectern.json` and `lectern.config.json`. */
export async function projectSchema(): Promise<string> {
  const options = PROJECT_OPTIONS.flatMap((option) => {
    const key = configKey(option);
    const own = [key, { ...option.schema, description: plain(described(option)) }] as const;
    const other = [option.name, { ...option.schema, description: `The same as “${key}”.` }] as const;
    return key === option.name ? [own] : [own, other];
  });
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Config of a Lectern project',
    description:
      'The file lectern.config.json, or lectern.json. All keys are optional; command-line options take precedence.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'This schema, for editors.' },
      ...Object.fromEntries(options),
      check: {
        type: 'object',
        description: 'Rules that decks are checked by: off, a severity, or their numbers.',
        properties: Object.fromEntries([...RULE_IDS].toSorted().map((id) => [id, ruleSchema(id)])),
        // Plugins have rules of their own.
        patternProperties: { '/': settingSchema({}) },
        additionalProperties: false,
      },
      ...PLUGIN_SCHEMAS,
    },
    definitions: { severity: { enum: ['off', false, ...SEVERITIES, 'warn'] }, rule: settingSchema({}) },
  };
  return (await format('lectern.json', JSON.stringify(schema), { printWidth: 120 })).code;
}

/** Writes the types of the options that a config may hold. */
export async function configTypes(): Promise<string> {
  const fields = PROJECT_OPTIONS.map((option) => {
    const help = `${meaning(option)}. @default ${option.default ?? 'none'}`.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    return `  /** ${help.charAt(0).toUpperCase()}${help.slice(1)} */\n  ${configKey(option)}?: ${typeOf(option.schema)};`;
  });
  const source = `/** Options of \`lectern build\` in a config. Written by \`npm run options\`. */
export interface ConfigOptions {
${fields.join('\n')}
}
`;
  return (await format('config-options.ts', source, { printWidth: 120, singleQuote: true })).code;
}

interface Schema {
  type?: string;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
}

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ');
  if (schema.type === 'array') return `readonly (${typeOf(schema.items ?? {})})[]`;
  if (schema.type !== 'object') return schema.type ?? 'unknown';
  const fields = Object.entries(schema.properties ?? {}).map(([key, value]) => `${key}?: ${typeOf(value)}`);
  return `{ ${fields.join('; ')} }`;
}

function described(option: Option): string {
  return sentence(`${meaning(option)}. Default: ${option.default ?? 'none'}`);
}

function ruleSchema(id: string): object {
  const rule = RULES.find((known) => known.id === id);
  const about = rule?.about ?? (COMPILER_RULES as Readonly<Record<string, string>>)[id];
  const numbers = Object.entries(rule?.options ?? {}).map(([name, usual]) => [
    name,
    { type: 'number', default: usual },
  ]);
  return {
    ...(about !== undefined && { description: sentence(about) }),
    ...(numbers.length > 0 ? settingSchema(Object.fromEntries(numbers)) : { allOf: [{ $ref: '#/definitions/rule' }] }),
  };
}

/** The setting of a rule: a severity, or that and its numbers. */
function settingSchema(numbers: Readonly<Record<string, unknown>>): object {
  const severity = { $ref: '#/definitions/severity' };
  return {
    anyOf: [severity, { type: 'object', additionalProperties: false, properties: { severity, ...numbers } }],
  };
}

/** Names of outputs at the start stay as they are. */
function sentence(text: string): string {
  return /^\W/.test(text) ? `${text}.` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Pages of the documentation, from the root of the repository. */
export const PAGES: readonly string[] = globSync('docs/**/*.md', { cwd: root });

if (process.argv[1] === import.meta.filename) {
  for (const page of PAGES) {
    const file = path.join(root, page);
    writeFileSync(
      file,
      withOptions(readFileSync(file, 'utf8'), path.relative(path.join(root, 'docs'), file).replaceAll(path.sep, '/')),
    );
  }
  writeFileSync(SCHEMA, await projectSchema());
  writeFileSync(TYPES, await configTypes());
}
