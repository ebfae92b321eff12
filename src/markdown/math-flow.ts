import { factorySpace } from 'micromark-factory-space';
import { markdownLineEnding } from 'micromark-util-character';
import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types';

const HASH = 35;
const DOLLAR = 36;
const DOT = 46;
const BRACE_OPEN = 123;
const BRACE_CLOSE = 125;

/**
 * Formulas that are blocks: between lines of `$$`, or from a line that begins with `$$` to one that ends with it. One that is
 * not closed ends where no formula goes on – before a heading, a slide's end, a directive, and before a blank line where it began on
 * the line of its `$$` –, so that a forgotten `$$` takes no slides with it.
 */
export const mathFlow: Construct = { name: 'mathFlow', concrete: true, tokenize: tokenizeFlow };

function tokenizeFlow(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { interrupt } = this;
  let size = 0;
  let began = false;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('mathFlow');
    effects.enter('mathFlowFence');
    effects.enter('mathFlowFenceSequence');
    return opening(code);
  }

  function opening(code: Code): State | undefined {
    if (code === DOLLAR) {
      effects.consume(code);
      size += 1;
      return opening;
    }
    if (size < 2) return nok(code);
    effects.exit('mathFlowFenceSequence');
    return factorySpace(effects, afterSpace, 'whitespace')(code);
  }

  function afterSpace(code: Code): State | undefined {
    effects.exit('mathFlowFence');
    if (atEnd(code)) return interrupt ? ok(code) : atLineEnd(code);
    began = true;
    // A second `$` in the first line makes it a formula in a line of text.
    return effects.check(noDollar, interrupt ? ok : content, nok)(code);
  }

  function content(code: Code): State | undefined {
    if (atEnd(code)) return atLineEnd(code);
    if (began && code === DOLLAR) return effects.attempt(closing(2), after, dollar)(code);
    effects.enter('mathFlowValue');
    return inContent(code);
  }

  function inContent(code: Code): State | undefined {
    if (atEnd(code) || (began && code === DOLLAR)) {
      effects.exit('mathFlowValue');
      return content(code);
    }
    effects.consume(code);
    return inContent;
  }

  function dollar(code: Code): State | undefined {
    effects.enter('mathFlowValue');
    effects.consume(code);
    return inContent;
  }

  function atLineEnd(code: Code): State | undefined {
    if (code === null) return after(code);
    return effects.check(began ? endsBegun : ends, after, effects.attempt(nextLine, lineStart, after))(code);
  }

  function lineStart(code: Code): State | undefined {
    return effects.attempt(closing(size), after, content)(code);
  }

  function after(code: Code): State | undefined {
    effects.exit('mathFlow');
    return ok(code);
  }
}

function atEnd(code: Code): boolean {
  return code === null || markdownLineEnding(code);
}

/** No further `$` in this line. */
const noDollar: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('mathFlowValue');
      return inside(code);
    };
    function inside(code: Code): State | undefined {
      if (code === DOLLAR) return nok(code);
      if (atEnd(code)) {
        effects.exit('mathFlowValue');
        return ok(code);
      }
      effects.consume(code);
      return inside;
    }
  },
};

/** `$$` with nothing behind it but attributes, as in `$$ {#eq:name}`. */
function closing(least: number): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let size = 0;
      return (code) => {
        effects.enter('mathFlowFence');
        return factorySpace(effects, start, 'linePrefix')(code);
      };

      function start(code: Code): State | undefined {
        if (code !== DOLLAR) return nok(code);
        effects.enter('mathFlowFenceSequence');
        return sequence(code);
      }
      function sequence(code: Code): State | undefined {
        if (code === DOLLAR) {
          effects.consume(code);
          size += 1;
          return sequence;
        }
        if (size < least) return nok(code);
        effects.exit('mathFlowFenceSequence');
        return factorySpace(effects, end, 'whitespace')(code);
      }
      function end(code: Code): State | undefined {
        if (code === BRACE_OPEN) {
          effects.enter('mathFlowFenceSequence');
          effects.consume(code);
          return firstOfAttributes;
        }
        if (!atEnd(code)) return nok(code);
        effects.exit('mathFlowFence');
        return ok(code);
      }
      function firstOfAttributes(code: Code): State | undefined {
        return code === HASH || code === DOT ? inAttributes(code) : nok(code);
      }
      function inAttributes(code: Code): State | undefined {
        if (atEnd(code) || code === BRACE_OPEN) return nok(code);
        effects.consume(code);
        return code === BRACE_CLOSE ? endOfAttributes : inAttributes;
      }
      function endOfAttributes(code: Code): State | undefined {
        effects.exit('mathFlowFenceSequence');
        return factorySpace(effects, afterAttributes, 'whitespace')(code);
      }
      function afterAttributes(code: Code): State | undefined {
        if (!atEnd(code)) return nok(code);
        effects.exit('mathFlowFence');
        return ok(code);
      }
    },
  };
}

/** The line end, and a line behind it that belongs to the same block. */
const nextLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const { parser, now } = this;
    return (code) => {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (next) => (parser.lazy[now().line] ? nok(next) : ok(next));
    };
  },
};

/** A line that no formula goes on with: the first letters of a heading, of a break between slides, of a directive. */
export const ENDS_FORMULA: RegExp = /^(?:#{1,6}[ \t]|(?:-[ \t]*){3,}$|:{3,})/;

const ends = lineAhead((line) => ENDS_FORMULA.test(line));
const endsBegun = lineAhead((line) => /^[ \t]*$/.test(line) || ENDS_FORMULA.test(line));

/** Looks at the line behind a line end. */
function lineAhead(test: (line: string) => boolean): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let line = '';
      return (code) => {
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        return start;
      };
      function start(code: Code): State | undefined {
        if (atEnd(code)) return (test('') ? ok : nok)(code);
        effects.enter('mathFlowValue');
        return inside(code);
      }
      function inside(code: Code): State | undefined {
        if (atEnd(code)) {
          effects.exit('mathFlowValue');
          return (test(line) ? ok : nok)(code);
        }
        // Tabs are followed by codes of their own width, below 0.
        line += code === null || code < 0 ? ' ' : String.fromCharCode(code);
        effects.consume(code);
        return inside;
      }
    },
  };
}
