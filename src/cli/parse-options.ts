import { parseArgs, type ParseArgsConfig } from 'node:util';
import { LecternError } from '../model/errors.ts';
import { nearestName } from '../model/did-you-mean.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true }>>;

/**
 * Reads a command's arguments.
 *
 * @param help - the call that shows the command's options.
 * @throws LecternError `USAGE`
 */
export function parseOptions<const T extends Options>(args: string[], options: T, help: string): Parsed<T> {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    const { code, message } = cause as Error & { code?: string };
    const unknown = /'(-[^']*)'/.exec(message)?.[1];
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && unknown) {
      const near = nearestName(unknown.replace(/^-+/, ''), Object.keys(options));
      throw new LecternError('USAGE', `there is no option ${unknown}`, {
        advice: near ? `Did you mean --${near}?` : `${help} lists the options.`,
        cause,
      });
    }
    throw new LecternError('USAGE', firstSentence(message), { advice: `${help} shows how.`, cause });
  }
}

function firstSentence(message: string): string {
  return (message.split(/\.\s|\n/, 1)[0] ?? message).replace(/\.$/, '');
}
