import { quoted, type CompletedCommand, type Place } from './words.ts';

/** Writes a completion script for PowerShell. */
export function powershellScript(commands: readonly CompletedCommand[]): string {
  return `# Completes calls of lectern in PowerShell. Load it with: lectern completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName lectern -ScriptBlock {
  param($current, $call, $at)
  $commands = [ordered]@{
${commands.map(({ name, about }) => `    ${text(name)} = ${text(about)}`).join('\n')}
  }
  $options = @{
${commands.map(({ name, options }) => `    ${text(name)} = [ordered]@{\n${options.map((option) => `      ${text(`--${option.name}`)} = ${text(option.about)}`).join('\n')}\n    }`).join('\n')}
  }
  $values = @{
${commands.flatMap(valueRows).join('\n')}
  }
  $operands = @{
${commands.map(({ name, operands }) => `    ${text(name)} = ${list(operands)}`).join('\n')}
  }
  $words = @($call.CommandElements | ForEach-Object { $_.ToString() })
  $done = if ($current) { $words.Count - 1 } else { $words.Count }
  $command = if ($done -gt 1) { $words[1] } else { $null }
  $make = { param($word, $about) [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $about) }
  if (-not $command) {
    $commands.GetEnumerator() | Where-Object { $_.Key -like "$current*" } | ForEach-Object { & $make $_.Key $_.Value }
    return
  }
  $before = $words[$done - 1]
  if ($values.ContainsKey("$command $before")) {
    $start = if ($current -match '^(.*,)[^,]*$') { $Matches[1] } else { '' }
    $values["$command $before"] | Where-Object { "$start$_" -like "$current*" } | ForEach-Object { & $make "$start$_" $_ }
  } elseif ($current -like '-*') {
    $options[$command].GetEnumerator() | Where-Object { $_.Key -like "$current*" } | ForEach-Object { & $make $_.Key $_.Value }
  } else {
    $operands[$command] | Where-Object { $_ -like "$current*" } | ForEach-Object { & $make $_ $_ }
  }
}
`;
}

function valueRows({ name, options }: CompletedCommand): string[] {
  return options
    .filter(({ words }) => words.length > 0)
    .flatMap((option) =>
      [`--${option.name}`, ...(option.short === undefined ? [] : [`-${option.short}`])].map(
        (call) => `    ${text(`${name} ${call}`)} = ${list(option)}`,
      ),
    );
}

function list({ words }: Place): string {
  return `@(${words.map(text).join(', ')})`;
}

function text(value: string): string {
  return quoted(value, "''");
}
