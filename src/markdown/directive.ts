import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { directiveAttributes, htmlProperties, type Attributes } from '../model/attributes.ts';
import { directionOf, readLanguage } from '../model/languages.ts';
import { settingReader, type SettingReader } from './setting-reader.ts';

export type Directive = ContainerDirective | LeafDirective | TextDirective;

/**
 * Gives a directive its meaning, or says what is wrong with it.
 *
 * @param lang - of the deck, for words that the directive adds.
 */
export type DirectiveHandler<T extends Directive = Directive> = (node: T, file: VFile, lang: string) => void;

/** Attributes of every directive. */
const COMMON = ['lang', 'dir'];

export interface ReadDirective {
  settings: SettingReader;
  /** `id`, `class`, `lang`, `dir` and `data-*` as HTML properties. */
  common: Record<string, string | string[] | true>;
}

/** Reads a directive's attributes; those not in `known` are messages. */
export function readDirective(node: Directive, file: VFile, known: readonly string[]): ReadDirective {
  const attributes = directiveAttributes(node.attributes);
  const settings = settingReader(attributes.values, {
    file,
    place: node,
    what: `attribute of “${node.name}”`,
    unknown: 'directive-attribute',
    valueRule: () => 'directive-value',
  });
  settings.refuseOthers([...known, ...COMMON]);
  return { settings, common: commonProperties(attributes, settings) };
}

function commonProperties({ id, classes, values }: Attributes, settings: SettingReader): ReadDirective['common'] {
  const data = new Map([...values].filter(([key]) => key.startsWith('data-')));
  const properties = htmlProperties({ ...(id && { id }), classes, values: data });
  const lang = settings.parsed('lang', readLanguage, 'a language tag such as en or pt-BR');
  const dir = settings.choice('dir', ['ltr', 'rtl'] as const) ?? (lang && directionOf(lang));
  return { ...properties, ...(lang && { lang }), ...(dir && { dir }) };
}

/** Makes a `div` (or what `tagName` says) of a directive. */
export function become(
  node: Directive,
  tagName: string,
  { common, ...properties }: { common: ReadDirective['common'] } & Record<string, unknown>,
): void {
  const given = Array.isArray(common['className']) ? common['className'] : [];
  const own = Array.isArray(properties['className']) ? (properties['className'] as string[]) : [];
  const className = [...own, ...given];
  node.data = {
    ...node.data,
    hName: tagName,
    hProperties: { ...common, ...(properties as typeof common), ...(className.length > 0 && { className }) },
  };
}
