import { directive } from 'micromark-extension-directive';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { TEXT_DIRECTIVES } from '../model/directive-names.ts';

const COLON = 58;
const LABEL_START = 91;
/**
 * Returns the directive syntax, where an inline directive is one only by a known name with a label after it. So
 * `10:30`, `a:b`, `:smile:` and `mailto:a@b.c` stay what they are.
 *
 * @param added - names of inline directives that plugins bring.
 */
export function directiveSyntax(added: readonly string[] = []): Extension {
  const knownStart = startOf([...TEXT_DIRECTIVES, ...added].map((name) => `:${name}[`));
  const { text, ...blocks } = directive();
  const original = text?.[COLON] as Construct;
  const construct: Construct = {
    ...original,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const directiveStart = original.tokenize.call(this, effects, ok, nok);
      return effects.check(knownStart, directiveStart, nok);
    },
  };
  return { ...blocks, text: { [COLON]: construct } };
}

/** Looks whether one of these texts comes next. */
function startOf(starts: readonly string[]): Construct {
  return {
    partial: true,
    tokenize(effects: Effects, ok: State, nok: State): State {
      let seen = '';
      return start;

      function start(code: Code): State | undefined {
        effects.enter('data');
        return next(code);
      }

      function next(code: Code): State | undefined {
        if (code === null || code < 0) return nok(code);
        seen += String.fromCharCode(code);
        if (!starts.some((name) => name.startsWith(seen))) return nok(code);
        effects.consume(code);
        if (code !== LABEL_START) return next;
        effects.exit('data');
        return ok;
      }
    },
  };
}
