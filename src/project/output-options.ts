import { didYouMean } from '../model/did-you-mean.ts';
import { LecternError } from '../model/errors.ts';
import type { OptionDefaults, ProjectOutput } from '../model/project-parts.ts';

/** Options of outputs by the outputs' names. */
export type GivenOptions = Readonly<Record<string, OptionDefaults>>;

/**
 * Returns all options of each output of a project: those of the call, of the config, or their defaults.
 *
 * @throws LecternError `USAGE` where the call names others, or has values of other kinds
 */
export function resolveOutputOptions(
  outputs: readonly ProjectOutput[],
  ofConfig: ReadonlyMap<string, OptionDefaults>,
  ofCall: GivenOptions,
): ReadonlyMap<ProjectOutput, OptionDefaults> {
  const names = outputs.map(({ name }) => name);
  const unknown = Object.keys(ofCall).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const hint = names.length > 0 ? didYouMean(unknown, names) : '';
    throw new LecternError('USAGE', `the project has no output “${unknown}”${hint}`, {
      advice: 'Outputs of a project are in its config, under “outputs”.',
    });
  }
  return new Map(
    outputs.map((output) => {
      const given = Object.entries(ofCall[output.name] ?? {}).map(([key, value]) => [key, read(output, key, value)]);
      return [output, { ...output.options, ...ofConfig.get(output.name), ...Object.fromEntries(given) }];
    }),
  );
}

/** The command line has texts only. */
function read({ name, options = {} }: ProjectOutput, key: string, value: OptionDefaults[string]): typeof value {
  const usual = Object.hasOwn(options, key) ? options[key] : undefined;
  if (usual === undefined) {
    const keys = Object.keys(options);
    const hint = keys.length > 0 ? didYouMean(key, keys) : '; it has none';
    throw new LecternError('USAGE', `the output “${name}” has no option “${key}”${hint}`, {
      advice: `Write it as in --set ${name}.${keys[0] ?? 'option'}=…`,
    });
  }
  if (typeof value === typeof usual) return value;
  if (typeof usual === 'number' && value !== '' && Number.isFinite(Number(value))) return Number(value);
  if (typeof usual === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  throw new LecternError('USAGE', `“${name}.${key}” is “${String(value)}”, expected ${EXPECTED.get(typeof usual)}`, {
    advice: `Its default is ${String(usual)}.`,
  });
}

const EXPECTED: ReadonlyMap<string, string> = new Map([
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['string', 'text'],
]);
