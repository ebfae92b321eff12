import { quoted, type CompletedCommand, type CompletedOption, type Place } from './words.ts';

const QUOTE = String.raw`'\''`;

/** Writes a completion script for zsh. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  return `#compdef lectern
# Completes calls of lectern in zsh. Load it with: source <(lectern completion zsh)
_lectern_or_files() {
  _alternative "words:word:($*)" "files:file:_files"
}
_lectern() {
  local context state line
  local -a commands
  commands=(
${commands.map(({ name, about }) => `    ${quoted(`${name}:${about}`, QUOTE)}`).join('\n')}
  )
  _arguments -C '(- *)'{-h,--help}'[show the help]' '(- *)'{-v,--version}'[show the version]' '1: :->command' '*:: :->call'
  case $state in
    command) _describe command commands ;;
    call)
      case $words[1] in
${commands.map(commandCase).join('\n')}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _lectern ]]; then _lectern "$@"; else compdef _lectern lectern; fi
`;
}

function commandCase({ name, options, operands }: CompletedCommand): string {
  const specs = [...options.map(optionSpec), ...(isEmpty(operands) ? [] : [`'*: :${action(operands)}'`])];
  return `        ${name})\n          _arguments \\\n            ${specs.join(' \\\n            ')}\n          ;;`;
}

function optionSpec(option: CompletedOption): string {
  const { name, short, about, takesValue } = option;
  const text = quoted(
    `[${about.replaceAll(/[[\]:\\]/g, String.raw`\$&`)}]${takesValue ? `: :${action(option)}` : ''}`,
    QUOTE,
  );
  const sign = takesValue ? '=' : '';
  return short === undefined
    ? `'--${name}${sign}'${text}`
    : `'(-${short} --${name})'{-${short}${takesValue ? '+' : ''},--${name}${sign}}${text}`;
}

function isEmpty({ words, files }: Place): boolean {
  return words.length === 0 && files === undefined;
}

function action({ words, isList, files }: Place): string {
  const choices = words.join(' ');
  if (isList) return `_values -s , output ${choices}`;
  const paths = { any: '_files', md: '_files -g "*.md"', json: '_files -g "*.json"', folders: '_files -/' };
  if (words.length === 0) return files === undefined ? ' ' : paths[files];
  return files === undefined ? `(${choices})` : ` _lectern_or_files ${choices}`;
}
