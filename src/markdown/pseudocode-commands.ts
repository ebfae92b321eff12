/** Words of a line: `#1` and `#2` stand for what is in braces, `#name` for a name in braces. */
export interface Command {
  /** As LaTeX users write it. */
  name: string;
  words: string;
  /** Opens a block, which one of these ends or goes on with. */
  opens?: readonly string[];
  /** Ends the block before. */
  closes?: true;
  /** Words that are left out with `noend`. */
  end?: true;
  uncounted?: true;
}

const IF_ENDS = ['elsif', 'elseif', 'elif', 'else', 'endif'];

const COMMANDS: readonly Command[] = [
  { name: 'State', words: '' },
  { name: 'Statex', words: '', uncounted: true },
  { name: 'Require', words: 'Require:', uncounted: true },
  { name: 'Ensure', words: 'Ensure:', uncounted: true },
  { name: 'Input', words: 'Input:', uncounted: true },
  { name: 'Output', words: 'Output:', uncounted: true },
  { name: 'If', words: 'if #1 then', opens: IF_ENDS },
  { name: 'ElsIf', words: 'else if #1 then', opens: IF_ENDS, closes: true },
  { name: 'ElseIf', words: 'else if #1 then', opens: IF_ENDS, closes: true },
  { name: 'Elif', words: 'else if #1 then', opens: IF_ENDS, closes: true },
  { name: 'Else', words: 'else', opens: ['endif'], closes: true },
  { name: 'EndIf', words: 'end if', closes: true, end: true },
  { name: 'For', words: 'for #1 do', opens: ['endfor'] },
  { name: 'ForAll', words: 'for all #1 do', opens: ['endfor'] },
  { name: 'ForEach', words: 'for each #1 do', opens: ['endfor'] },
  { name: 'EndFor', words: 'end for', closes: true, end: true },
  { name: 'While', words: 'while #1 do', opens: ['endwhile'] },
  { name: 'EndWhile', words: 'end while', closes: true, end: true },
  { name: 'Loop', words: 'loop', opens: ['endloop'] },
  { name: 'EndLoop', words: 'end loop', closes: true, end: true },
  { name: 'Repeat', words: 'repeat', opens: ['until'] },
  { name: 'Until', words: 'until #1', closes: true },
  { name: 'Function', words: 'function #name(#2)', opens: ['endfunction'] },
  { name: 'EndFunction', words: 'end function', closes: true, end: true },
  { name: 'Procedure', words: 'procedure #name(#2)', opens: ['endprocedure'] },
  { name: 'EndProcedure', words: 'end procedure', closes: true, end: true },
];

/** LaTeX's commands that begin a line, of the packages algorithmic, algorithmicx and algpseudocode, in lower case. */
export const LINES: ReadonlyMap<string, Command> = new Map(
  COMMANDS.map((command) => [command.name.toLowerCase(), command]),
);

/** Commands that are keywords in a line, and begin one where none has begun. */
export const STATEMENTS: ReadonlySet<string> = new Set(['return', 'print', 'break', 'continue']);
export const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ['and', 'and'],
  ['or', 'or'],
  ['not', 'not'],
  ['to', 'to'],
  ['downto', 'down to'],
  ['true', 'true'],
  ['false', 'false'],
  ['nil', 'nil'],
  ['in', 'in'],
  ...[...STATEMENTS].map((name): [string, string] => [name, name]),
]);
export const STYLES: ReadonlyMap<string, 'strong' | 'emphasis' | 'code' | 'name' | 'text'> = new Map([
  ['textbf', 'strong'],
  ['textit', 'emphasis'],
  ['emph', 'emphasis'],
  ['texttt', 'code'],
  ['textsc', 'name'],
  ['textproc', 'name'],
  ['text', 'text'],
  ['textrm', 'text'],
  ['mbox', 'text'],
]);
export const SPACES: ReadonlySet<string> = new Set(['quad', 'qquad', 'enspace', 'space']);
export const REFERENCES: ReadonlySet<string> = new Set(['ref', 'eqref', 'autoref', 'cref']);
/** Around the lines; they mean nothing here. */
export const WRAPPERS: ReadonlySet<string> = new Set(['begin', 'end']);
export const ENVIRONMENTS: RegExp = /^(?:algorithm|algorithmic)\*?$/;
export const SILENT: ReadonlySet<string> = new Set([
  'centering',
  'small',
  'footnotesize',
  'normalsize',
  'bigskip',
  'medskip',
  'vspace',
  'hspace',
]);

const WORDS = 'Return Print Break Continue And Or Not To DownTo True False Nil Comment Call caption label'.split(' ');

/** Every command by its name. */
export const KNOWN: readonly string[] = [...COMMANDS.map(({ name }) => name), ...WORDS, ...STYLES.keys()];
