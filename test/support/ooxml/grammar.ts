import { CHART, SHEET } from './chart-grammar.ts';
import { DRAWING } from './drawing-grammar.ts';
import { MATH } from './math-grammar.ts';
import { PRESENTATION } from './presentation-grammar.ts';
import type { XmlElement } from './xml.ts';

/**
 * What an element may have. Its children are a regular expression over names (`a b? (c|d)*`; `*` for anything, `#` for text),
 * its attributes are names with `!` where they are required, and a type: `bool`, `int`, `num`, `hex`, `guid`, `time`, a range
 * as in `0..100`, or a choice as in `(l|r)`.
 */
interface Rule {
  children: RegExp | 'any' | 'text';
  text: RegExp | undefined;
  attributes: ReadonlyMap<string, { required: boolean; value: (value: string) => boolean; type: string }>;
}

const SCHEME = '(dk1|lt1|dk2|lt2|accent1|accent2|accent3|accent4|accent5|accent6|hlink|folHlink)';
const MACROS = new Map([
  ['$fill', '(a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill)'],
  ['$lineFill', '(a:noFill|a:solidFill|a:gradFill|a:pattFill)'],
  ['$effect', '(a:effectLst|a:effectDag)'],
  ['$colour', '(a:scrgbClr|a:srgbClr|a:hslClr|a:sysClr|a:schemeClr|a:prstClr)'],
  [
    '$change',
    '(a:tint|a:shade|a:comp|a:inv|a:gray|a:alpha|a:alphaOff|a:alphaMod|a:hueMod|a:sat|a:satOff|a:satMod|a:lum|a:lumOff|a:lumMod|a:gamma|a:invGamma)',
  ],
  [
    '$levels',
    'a:defPPr? a:lvl1pPr? a:lvl2pPr? a:lvl3pPr? a:lvl4pPr? a:lvl5pPr? a:lvl6pPr? a:lvl7pPr? a:lvl8pPr? a:lvl9pPr? a:extLst?',
  ],
  [
    '$math',
    '(m:acc|m:bar|m:box|m:borderBox|m:d|m:eqArr|m:f|m:func|m:groupChr|m:limLow|m:limUpp|m:m|m:nary|m:phant|m:rad|m:sPre|m:sSub|m:sSubSup|m:sSup|m:r)',
  ],
  [
    '$map',
    ['bg1', 'tx1', 'bg2', 'tx2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink']
      .map((name) => `${name}!:${SCHEME}`)
      .join(' '),
  ],
]);

const TYPES = new Map<string, RegExp>([
  ['bool', /^(?:0|1|true|false)$/],
  ['int', /^-?\d{1,15}$/],
  ['num', /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/],
  ['hex', /^[0-9A-F]{6}$/],
  ['guid', /^\{[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}\}$/],
  ['time', /^(?:indefinite|\d+)$/],
]);

const RULES = new Map([
  ...readRules('p', PRESENTATION),
  ...readRules('a', DRAWING),
  ...readRules('c', CHART),
  ...readRules('m', MATH),
  ...readRules('x', SHEET),
]);

/** Lists what an element has and may not have, or lacks; nothing for elements of extensions. */
export function elementFaults(element: XmlElement, parent: string): string[] {
  const { name, attributes, text } = element;
  if (!/^[pacmx]:/.test(name)) return [];
  const local = parent.slice(parent.indexOf(':') + 1);
  const rule = RULES.get(`${name.split(':')[0]}:${local}/${name}`) ?? RULES.get(name);
  if (!rule) return [`<${name}> is not in the table of elements`];
  const children = element.children.map((child) => child.name);
  const faults: string[] = [];
  if (rule.children === 'text' && children.length > 0) faults.push(`<${name}> has elements`);
  if (rule.children === 'text' && rule.text && !rule.text.test(text)) faults.push(`<${name}> cannot be “${text}”`);
  if (rule.children !== 'text' && text.trim() !== '') faults.push(`<${name}> has text: ${text.trim()}`);
  if (rule.children instanceof RegExp && !rule.children.test(children.map((child) => `${child} `).join('')))
    faults.push(`<${name}> cannot have these children in this order: ${children.join(' ') || 'none'}`);
  for (const [key, { required }] of rule.attributes)
    if (required && !attributes.has(key)) faults.push(`<${name}> lacks ${key}`);
  for (const [key, value] of attributes) {
    if (/^(?:xmlns|mc:|xml:)/.test(key)) continue;
    const known = rule.attributes.get(key);
    if (!known) faults.push(`<${name}> cannot have ${key}`);
    else if (!known.value(value)) faults.push(`<${name}> cannot have ${key}="${value}", expected ${known.type}`);
  }
  return faults;
}

function readRules(prefix: string, lines: string): [string, Rule][] {
  return lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [names = '', ...rest] = line.split('=');
      const [model = '', attributes = ''] = rest.join('=').split('@');
      const rule = readRule(prefix, model.trim(), expand(attributes.trim()));
      return names
        .trim()
        .split(/\s+/)
        .map((name): [string, Rule] => {
          const [around, inner] = name.includes('/') ? name.split('/') : ['', name];
          return [around ? `${prefix}:${around}/${prefix}:${inner}` : `${prefix}:${name}`, rule];
        });
    });
}

function expand(text: string): string {
  return text.replace(/\$\w+/g, (macro) => MACROS.get(macro) ?? '');
}

function readRule(prefix: string, model: string, attributes: string): Rule {
  const isText = model.startsWith('#');
  return {
    children: isText ? 'text' : model === '*' ? 'any' : childrenPattern(prefix, expand(model)),
    text: isText ? TYPES.get(model.slice(1)) : undefined,
    attributes: new Map(
      [...attributes.matchAll(/([\w:]+?)(!?)(?::(\([^)]+\)|bool|int|num|hex|guid|time|-?\d+\.\.\d*))?(?=\s|$)/g)].map(
        ([, name = '', required = '', type = '']) => [
          // The schema of formulas alone wants attributes with its prefix.
          prefix === 'm' && !name.includes(':') ? `m:${name}` : name,
          { required: required === '!', value: valueTest(type), type },
        ],
      ),
    ),
  };
}

function childrenPattern(prefix: string, model: string): RegExp {
  const source = model.replace(/\w+:\*|[\w:]+|\s+/g, (token) => {
    if (token.trim() === '') return '';
    return `(?:${(token.includes(':') ? token : `${prefix}:${token}`).replace('*', String.raw`\w+`)} )`;
  });
  return new RegExp(`^(?:${source})$`);
}

function valueTest(type: string): (value: string) => boolean {
  if (type === '') return () => true;
  const known = TYPES.get(type);
  if (known) return (value) => known.test(value);
  if (type.startsWith('(')) return (value) => type.slice(1, -1).split('|').includes(value);
  const [low = '', high = ''] = type.split('..');
  return (value) =>
    /^-?\d+$/.test(value) && Number(value) >= Number(low) && (high === '' || Number(value) <= Number(high));
}
