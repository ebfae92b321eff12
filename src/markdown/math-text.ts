import { markdownLineEnding } from 'micromark-util-character';
import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types';

const DOLLAR = 36;
const BACKSLASH = 92;

/**
 * `$x$` in a line, by Pandoc's rule (`tex_math_dollars`): nothing blank inside either dollar, no digit behind the
 * closing one, and `\$` is a dollar of the formula. Other dollars are left alone: “$5 and $x$” has one.
 */
export const mathText: Construct = {
  name: 'mathText',
  tokenize: tokenizeText,
  previous(code) {
    const last = this.events.at(-1);
    return code !== DOLLAR || last?.[1].type === 'characterEscape' || last?.[1].type === 'mathText';
  },
};

function tokenizeText(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let blank = true;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    effects.consume(code);
    effects.exit('mathTextSequence');
    return first;
  }

  function first(code: Code): State | undefined {
    return code === DOLLAR || isBlank(code) ? nok(code) : between(code);
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (code === DOLLAR) return blank ? nok(code) : close(code);
    blank = isBlank(code);
    if (markdownLineEnding(code)) {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return between;
    }
    effects.enter('mathTextData');
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || code === DOLLAR || markdownLineEnding(code)) {
      effects.exit('mathTextData');
      return between(code);
    }
    blank = isBlank(code);
    effects.consume(code);
    return code === BACKSLASH ? escaped : data;
  }

  function escaped(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return data(code);
    blank = false;
    effects.consume(code);
    return data;
  }

  function close(code: Code): State | undefined {
    effects.enter('mathTextSequence');
    effects.consume(code);
    effects.exit('mathTextSequence');
    return closed;
  }

  function closed(code: Code): State | undefined {
    if (code !== null && code >= 48 && code <= 57) return nok(code);
    effects.exit('mathText');
    return ok(code);
  }
}

function isBlank(code: Code): boolean {
  return code === null || code === 32 || code < 0;
}
