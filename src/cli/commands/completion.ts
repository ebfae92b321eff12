import { nearestName } from '../../model/did-you-mean.ts';
import { LecternError } from '../../model/errors.ts';
import { bashScript } from '../completion/bash.ts';
import { fishScript } from '../completion/fish.ts';
import { powershellScript } from '../completion/powershell.ts';
import { completedCommands, SHELLS, type CompletedCommand, type Shell } from '../completion/words.ts';
import { zshScript } from '../completion/zsh.ts';
import { FINE } from '../exit-codes.ts';
import { readCall } from '../read-call.ts';

const SCRIPTS: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

export async function run(args: string[]): Promise<number> {
  const call = readCall('completion', args);
  if (!call) return FINE;
  const [given = '', ...more] = call.operands;
  const shell = SHELLS.find((name) => name === (given === 'pwsh' ? 'powershell' : given));
  if (!shell || more.length > 0) {
    const reason = given === '' ? 'no shell was named' : `no completion script for “${call.operands.join(' ')}”`;
    const near = nearestName(given, SHELLS);
    throw new LecternError('USAGE', reason, {
      advice: near ? `Did you mean “${near}”?` : `Name one of ${SHELLS.join(', ')}, as in: lectern completion bash`,
    });
  }
  process.stdout.write(SCRIPTS[shell](completedCommands()));
  return FINE;
}
