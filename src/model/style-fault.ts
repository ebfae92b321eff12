import type { RuleId } from './rule-ids.ts';
export interface StyleFaultOptions {
  /** Counted from 1; `undefined` for the file as a whole. */
  line?: number | undefined;
  column?: number | undefined;
  ruleId: RuleId;
  cause?: unknown;
}

/** Something in a style sheet that keeps it from being used. `message` says what, and what to do. */
export class StyleFault extends Error {
  /** Absolute path of the style sheet, which may be one that the theme imports. */
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly ruleId: RuleId;

  constructor(file: string, message: string, { line, column, ruleId, cause }: StyleFaultOptions) {
    super(message, { cause });
    this.name = 'StyleFault';
    this.file = file;
    this.line = line;
    this.column = column;
    this.ruleId = ruleId;
  }
}
