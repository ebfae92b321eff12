import { nearestName } from '../model/did-you-mean.ts';

/** Where a value is in JSON. */
export type JsonPath = (string | number)[];

/** A problem of a specification, and its place. */
export interface SpecProblem {
  problem: string;
  path: JsonPath;
}

/** A problem of a value. */
export interface SchemaFault {
  path: JsonPath;
  kind: 'missing' | 'unknown' | 'value' | 'type';
  /** The names or values that could be there. */
  allowed: string[];
  got: unknown;
}

/** The part of JSON Schema that Vega-Lite's is written in. */
export interface Schema {
  description?: string;
  $ref?: string;
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  type?: string | string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  required?: string[];
  items?: Schema | Schema[];
}

/** Most names in a message. */
const MOST = 45;

/**
 * Compares a value with a JSON schema. Of several forms that a value can have, its problems are those of the form that it is most
 * like.
 *
 * @param definitions - by their names, as `$ref` has them.
 */
export function schemaFaults(
  value: unknown,
  schema: Schema,
  definitions: ReadonlyMap<string, Schema>,
  path: JsonPath = [],
): SchemaFault[] {
  const forms = formsOf(schema, definitions);
  if (forms.length === 1) return formFaults(value, forms[0] ?? {}, definitions, path);
  let best: SchemaFault[] | undefined;
  for (const form of forms) {
    const faults = formFaults(value, form, definitions, path);
    if (faults.length === 0) return [];
    best = best ? nearer(best, faults) : faults;
  }
  return slipOf(value, forms, path) ?? best ?? [];
}

/** Finds a name in an object that no form knows and that is like one of theirs; `undefined` where there is none. */
function slipOf(value: unknown, forms: readonly Schema[], path: JsonPath): SchemaFault[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const objects = forms.filter(({ type, properties }) => type === 'object' || properties);
  if (objects.some(({ additionalProperties }) => additionalProperties !== false)) return undefined;
  const allowed = [...new Set(objects.flatMap(({ properties = {} }) => Object.keys(properties)))];
  const slip = Object.keys(value).find((name) => !allowed.includes(name) && nearestName(name, allowed));
  return slip === undefined ? undefined : [{ path: [...path, slip], kind: 'unknown', allowed, got: slip }];
}

/** Describes a problem of a specification in words. */
export function describeFault({ path, kind, allowed, got }: SchemaFault): string {
  const place = written(path) || 'the specification';
  if (kind === 'missing') return `${place} has no ${listed(allowed.map(quoted))}`;
  const word = typeof got === 'string' ? got : undefined;
  const near = word === undefined ? undefined : nearestName(word, allowed);
  const expected = near
    ? `; did you mean “${near}”?`
    : allowed.length > 0 && allowed.length <= MOST
      ? `; expected ${listed(allowed.toSorted((one, other) => Number(isForm(one)) - Number(isForm(other))))}`
      : '';
  if (kind === 'unknown')
    return `${written(path.slice(0, -1)) || 'Vega-Lite'} has no property ${quoted(String(got))}${expected}`;
  return `${place} is ${shown(got)}${expected}`;
}

/** Tells whether what is allowed is a type, as in “a number”, and not a value. */
function isForm(allowed: string): boolean {
  return /^an? /.test(allowed);
}

/** Returns the forms behind references and choices of a schema. */
function formsOf(schema: Schema, definitions: ReadonlyMap<string, Schema>): Schema[] {
  if (schema.$ref !== undefined) {
    return formsOf(definitions.get(decodeURIComponent(schema.$ref.replace('#/definitions/', ''))) ?? {}, definitions);
  }
  return schema.anyOf?.flatMap((form) => formsOf(form, definitions)) ?? [schema];
}

function formFaults(
  value: unknown,
  schema: Schema,
  definitions: ReadonlyMap<string, Schema>,
  path: JsonPath,
): SchemaFault[] {
  const fault = (kind: SchemaFault['kind'], allowed: string[]): SchemaFault[] => [{ path, kind, allowed, got: value }];
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (values) {
    if (values.includes(value)) return [];
    const alike = values.some((one) => typeof one === typeof value);
    return fault(alike ? 'value' : 'type', values.map(String));
  }
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => isA(type, value))) return fault('type', types.map(withArticle));
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined
      ? []
      : value.flatMap((one, index) => {
          const item = Array.isArray(items) ? items[index] : items;
          return item ? schemaFaults(one, item, definitions, [...path, index]) : [];
        });
  }
  return typeof value === 'object' && value !== null ? objectFaults(value, schema, definitions, path) : [];
}

function objectFaults(
  value: object,
  { properties = {}, additionalProperties, required = [] }: Schema,
  definitions: ReadonlyMap<string, Schema>,
  path: JsonPath,
): SchemaFault[] {
  const known = new Map(Object.entries(properties));
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name): SchemaFault => ({ path, kind: 'missing', allowed: [name], got: value }));
  const others = Object.entries(value).flatMap(([name, inner]): SchemaFault[] => {
    const schema = known.get(name) ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
    if (schema) return schemaFaults(inner, schema, definitions, [...path, name]);
    if (additionalProperties !== false) return [];
    return [{ path: [...path, name], kind: 'unknown', allowed: [...known.keys()], got: name }];
  });
  return [...missing, ...others];
}

/** Returns how far a value is from a form. A value of another type is farthest, however few its problems are. */
function distance(faults: readonly SchemaFault[], depth: number): number {
  const cost = ({ kind, path }: SchemaFault): number =>
    kind === 'type' && path.length <= depth ? 100 : kind === 'unknown' ? 1.5 : 1;
  return faults.reduce((sum, fault) => sum + cost(fault), 0);
}

/** Returns the problems of the form that a value is more like; those of forms that are equally like it are merged. */
function nearer(one: SchemaFault[], other: SchemaFault[]): SchemaFault[] {
  const [first, second] = [one[0], other[0]];
  if (!first || !second) return first ? other : one;
  const allowed = [...new Set([...first.allowed, ...second.allowed])];
  const same = written(first.path) === written(second.path);
  const values = [first, second].every(({ kind }) => kind === 'value' || kind === 'type');
  if (same && values && Object(first.got) !== first.got) return [{ ...first, kind: 'value', allowed }];
  const depth = Math.min(...[...one, ...other].map(({ path }) => path.length));
  const difference = distance(one, depth) - distance(other, depth);
  if (difference !== 0) return difference < 0 ? one : other;
  if (first.path.length !== second.path.length) return first.path.length > second.path.length ? one : other;
  if (!same || (first.kind === 'missing') !== (second.kind === 'missing')) return one;
  return [{ ...first, allowed }, ...one.slice(1)];
}

function isA(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function withArticle(type: string): string {
  return type === 'null'
    ? type
    : `${/^[aio]/.test(type) ? 'an' : 'a'} ${type === 'boolean' ? 'true or false' : type}`.replace('a true', 'true');
}

/** Formats a path in a specification, as in `encoding.x.type` or `layer[1].mark`. */
function written(path: JsonPath): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}

function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
}

function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : (words[0] ?? '');
}
