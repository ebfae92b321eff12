import { quoted, type CompletedCommand, type CompletedOption, type Place } from './words.ts';

/** Writes a completion script for bash. */
export function bashScript(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name);
  return `# Completes calls of lectern in bash. Load it with: source <(lectern completion bash)
_lectern_words() {
  COMPREPLY=($(compgen -W "$1" -- "$current"))
}
_lectern_list() {
  local start=''
  [[ $current == *,* ]] && start=\${current%,*},
  _lectern_words "$(printf "$start%s " $1)"
}
_lectern_files() {
  local file
  compopt -o filenames 2> /dev/null
  while IFS= read -r file; do
    [[ $1 == / && ! -d $file ]] && continue
    [[ $1 == .* && ! -d $file && $file != *"$1" ]] && continue
    COMPREPLY+=("$file")
  done < <(compgen -f -- "$current")
}
_lectern() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if [[ $current == = ]]; then current=''; fi
  if [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  if ((COMP_CWORD == 1)); then
    _lectern_words '${[...names, '--help', '--version'].join(' ')}'
    return
  fi
  case $command:$before in
${commands.flatMap(valueCases).join('\n')}
  esac
  case $command:$current in
${commands.map(({ name, options }) => `    ${name}:-*) _lectern_words ${quoted(options.map((one) => `--${one.name}`).join(' '), String.raw`'\''`)} ;;`).join('\n')}
${commands.map(({ name, operands }) => `    ${name}:*) ${replies(operands)} ;;`).join('\n')}
  esac
}
complete -F _lectern lectern
`;
}

function valueCases({ name, options }: CompletedCommand): string[] {
  return options
    .filter(({ takesValue }) => takesValue)
    .map((option) => `    ${calls(name, option)}) ${replies(option)}; return ;;`);
}

function calls(command: string, { name, short }: CompletedOption): string {
  return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])].map((call) => `${command}:${call}`).join(' | ');
}

function replies({ words, isList, files }: Place): string {
  const parts = [
    ...(words.length > 0 ? [`${isList ? '_lectern_list' : '_lectern_words'} '${words.join(' ')}'`] : []),
    ...(files === undefined ? [] : [`_lectern_files ${{ any: "''", md: '.md', json: '.json', folders: '/' }[files]}`]),
  ];
  return parts.join('; ') || ':';
}
