import type { Code, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { inline, part, readComponent, refuseContent } from './component.ts';
import { become } from './directive.ts';

/** Prompts of shells and of Python; `#` is a comment where other prompts are. */
const PROMPT =
  /^(?:\S+@\S+[^$#%]{0,80}[$#%]|PS [^>]{0,80}>|[A-Z]:\\[^>]{0,80}>|\(\w+\) ?[$%]|[$%❯›]|>>>|\.\.\.|>)(?: |$)/u;
const ROOT_PROMPT = /^# /;

/** A command with its continued lines, and what it has printed. */
interface Run {
  commands: { prompt: string; words: string }[];
  output: string[];
}

/** Reads `:::terminal{title="~/talks"}` around a fence: prompts, commands and what they print. */
export function terminal(node: ContainerDirective, file: VFile): void {
  const read = readComponent(node, file, ['title']);
  const [code, ...more] = read.blocks;
  if (code?.type !== 'code' || more.length > 0) {
    refuseContent(node, file, 'one fence with lines such as “$ npm test”');
    return;
  }
  const title =
    read.settings.text('title') ??
    /\btitle=(?:"([^"]*)"|(\S+))/
      .exec(code.meta ?? '')
      ?.slice(1)
      .find(Boolean);
  become(node, 'div', {
    common: read.common,
    className: ['terminal'],
    dataComponent: 'terminal',
    dir: 'ltr',
  });
  const dots = inline('span', { className: ['terminal-dots'] }, []);
  const name = title ? [inline('samp', { className: ['terminal-title'] }, [{ type: 'text', value: title }])] : [];
  const runs = runsOf(code).map((run) => inline('samp', { className: ['terminal-run'] }, linesOf(run)));
  const text = part('terminal-text', runs);
  text.data = { hName: 'div', hProperties: { className: ['terminal-text'], ...read.stepping } };
  if (code.position) text.position = code.position;
  node.children = [part('terminal-bar', [dots, ...name]), text];
}

function linesOf({ commands, output }: Run): PhrasingContent[] {
  return [
    ...commands.map(({ prompt, words }) =>
      line(
        ['terminal-command'],
        [...(prompt ? [verbatim('terminal-prompt', `${prompt} `)] : []), verbatim('terminal-words', words)],
      ),
    ),
    ...output.map((text) => line(['terminal-output'], [verbatim('terminal-words', text)])),
  ];
}

function line(classes: string[], children: PhrasingContent[]): PhrasingContent {
  return inline('span', { className: ['code-line', ...classes] }, children);
}

/** Text that nothing takes for Markdown or typography. */
function verbatim(className: string, value: string): PhrasingContent {
  return { type: 'inlineCode', value, data: { hName: 'span', hProperties: { className: [className] } } };
}

function runsOf({ value }: Code): Run[] {
  const lines = value.split('\n');
  const hasPrompts = lines.some((text) => PROMPT.test(text));
  const promptOf = (text: string): string | undefined =>
    (PROMPT.exec(text) ?? (hasPrompts ? null : ROOT_PROMPT.exec(text)))?.[0];
  const runs: Run[] = [];
  let continued = false;
  for (const text of lines) {
    const prompt = promptOf(text);
    const last = runs.at(-1);
    if (prompt !== undefined) {
      const command = { prompt: prompt.trimEnd(), words: text.slice(prompt.length) };
      // Lines that Python or a shell asks for belong to the command before them.
      if (last && last.output.length === 0 && /^(?:\.\.\.|>)$/.test(command.prompt)) last.commands.push(command);
      else runs.push({ commands: [command], output: [] });
    } else if (continued && last) last.commands.push({ prompt: '', words: text });
    else if (last) last.output.push(text);
    else runs.push({ commands: [], output: [text] });
    continued = (prompt !== undefined || continued) && text.endsWith('\\');
  }
  return runs;
}
