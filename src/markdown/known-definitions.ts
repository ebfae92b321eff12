import type { Code, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/** Labels that are defined elsewhere in the file, as `normalizeIdentifier` spells them. */
export interface KnownDefinitions {
  links: ReadonlySet<string>;
  footnotes: ReadonlySet<string>;
}

type Parser = TokenizeContext['parser'] & { gfmFootnotes?: string[] };

/**
 * Creates a micromark extension that makes references resolve to definitions outside the parsed text. It consumes
 * nothing: its construct seeds the parser's own list of labels on the first line and steps aside.
 */
export function knownDefinitions(known: KnownDefinitions): Extension {
  function tokenize(this: TokenizeContext, _effects: Effects, _ok: State, nok: State): State {
    const parser: Parser = this.parser;
    return (code: Code) => {
      if (!seeded.has(parser)) {
        seeded.add(parser);
        for (const label of known.links) parser.defined.push(label);
        parser.gfmFootnotes = [...(parser.gfmFootnotes ?? []), ...known.footnotes];
      }
      return nok(code);
    };
  }
  const seeded = new WeakSet<Parser>();
  const construct = { name: 'knownDefinitions', tokenize };
  // Every code a line can begin with must reach the construct: `null` in the map means just that.
  return { document: { null: construct } };
}
