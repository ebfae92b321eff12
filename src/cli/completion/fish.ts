import { quoted, type CompletedCommand, type CompletedOption, type Place } from './words.ts';

const QUOTE = String.raw`\'`;

/** Writes a completion script for fish. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  return `# Completes calls of lectern in fish. Load it with: lectern completion fish | source
complete -c lectern -f
complete -c lectern -n __fish_use_subcommand -s h -l help -d 'show the help'
complete -c lectern -n __fish_use_subcommand -s v -l version -d 'show the version'
${commands.flatMap(commandLines).join('\n')}
`;
}

function commandLines({ name, about, options, operands }: CompletedCommand): string[] {
  const within = `complete -c lectern -n '__fish_seen_subcommand_from ${name}'`;
  return [
    `complete -c lectern -n __fish_use_subcommand -a ${name} -d ${quoted(about, QUOTE)}`,
    ...(operands.words.length > 0 ? [`${within} -a ${quoted(operands.words.join(' '), QUOTE)}`] : []),
    ...(operands.files === undefined ? [] : [`${within} -k -a ${quoted(filesOf(operands), QUOTE)}`]),
    ...options.map((option) => `${within} ${optionCall(option)}`),
  ];
}

function optionCall(option: CompletedOption): string {
  const { name, short, about, takesValue } = option;
  return [
    ...(short === undefined ? [] : [`-s ${short}`]),
    `-l ${name}`,
    ...(takesValue ? [`-x${valuesOf(option)}`] : []),
    `-d ${quoted(about, QUOTE)}`,
  ].join(' ');
}

function valuesOf(place: Place): string {
  const { words, isList, files } = place;
  const parts = [
    ...(words.length > 0 ? [isList ? `(__fish_append , ${words.join(' ')})` : words.join(' ')] : []),
    ...(files === undefined ? [] : [filesOf(place)]),
  ];
  return parts.length > 0 ? ` -a ${quoted(parts.join(' '), QUOTE)}` : '';
}

function filesOf({ files }: Place): string {
  if (files === 'folders') return '(__fish_complete_directories)';
  return files === 'md' || files === 'json' ? `(__fish_complete_suffix .${files})` : '(__fish_complete_path)';
}
