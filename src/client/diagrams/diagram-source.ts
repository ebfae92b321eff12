export interface DiagramSource {
  source: string;
  /** BCP 47 tag that dates are written by; `undefined` as Mermaid does. */
  lang: string | undefined;
  /** `@font-face` rules of what the labels show. */
  fonts: string;
  /** px of a line, at least. */
  least: number;
  /** Letters of a word that is never broken, at most. */
  most: number;
  /** A regular expression of letters that words need no blanks between. */
  ideographs: string;
  /** Colours that stand for tokens, by their names. */
  standIns: Readonly<Record<string, string>>;
  configuration: Record<string, unknown>;
}
