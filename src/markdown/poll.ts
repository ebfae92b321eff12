import type { BlockContent, DefinitionContent, List, ListItem, Paragraph } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { directionOf } from '../model/languages.ts';
import { warn } from '../model/messages.ts';
import { become, readDirective } from './directive.ts';
import { inline, part, readComponent, refuseContent } from './component.ts';

type Block = BlockContent | DefinitionContent;

const [FEWEST, MOST] = [2, 10];
const EXPECTED = `a question, or none, and a list of ${FEWEST} to ${MOST} choices, as in “- Tea”`;

/** Reads `:::poll{#tea multiple results}`: a question and its choices, which followers of the talk answer. */
export function poll(node: ContainerDirective, file: VFile, lang: string): void {
  const read = readComponent(node, file, ['multiple', 'results']);
  const [question, list] = askedIn(read.blocks);
  const items = list?.children.map((item) => item.children[0]);
  const whole = items?.every((first) => first?.type === 'paragraph') === true;
  if (!list || !whole || list.children.length < FEWEST || list.children.length > MOST)
    return refuseContent(node, file, EXPECTED);
  const { id } = read.common;
  become(node, 'div', {
    common: read.common,
    dataComponent: 'poll',
    dataPoll: typeof id === 'string' ? id : '',
    className: ['poll'],
    ...(read.settings.flag('multiple', false) && { dataMultiple: '' }),
    ...(read.settings.flag('results', false) && { dataLive: '' }),
  });
  const choices: List = { type: 'list', ordered: true, spread: false, children: list.children.map(choiceIn(lang)) };
  choices.data = { hProperties: { className: ['poll-choices'], role: 'list', dataItems: '', ...read.stepping } };
  node.children = [...(question ? [question] : []), choices];
}

/** A question above a list, or a list alone. */
function askedIn(blocks: readonly Block[]): [question: Paragraph | undefined, list: List | undefined] {
  const [first, second] = blocks;
  if (blocks.length === 1 && first?.type === 'list') return [undefined, first];
  if (blocks.length !== 2 || first?.type !== 'paragraph' || second?.type !== 'list') return [undefined, undefined];
  return [part('poll-question', first.children, 'p'), second];
}

/** Letters that stand for choices when people talk about them. */
const LETTERS: Readonly<Record<string, string>> = { ar: 'أبجدهوزحطي', he: 'אבגדהוזחטי' };

function choiceIn(lang: string): (item: ListItem, index: number) => ListItem {
  const language = lang.split('-', 1)[0]?.toLowerCase() ?? '';
  const letters =
    (directionOf(lang) === 'rtl' && Object.hasOwn(LETTERS, language) && LETTERS[language]) || 'ABCDEFGHIJ';
  return (item, index) => {
    const [first] = item.children;
    if (first?.type !== 'paragraph') return item;
    const letter = inline('span', { className: ['poll-letter'], ariaHidden: 'true' }, [
      { type: 'text', value: letters.charAt(index) },
    ]);
    const words = inline('span', { className: ['poll-words'] }, first.children);
    return {
      ...item,
      spread: false,
      checked: null,
      children: [part('poll-choice', [letter, { type: 'text', value: ' ' }, words])],
    };
  };
}

/** Reads `::poll{of=tea}`: the results of a poll that is on another slide. */
export function pollResults(node: LeafDirective, file: VFile): void {
  const { settings, common } = readDirective(node, file, ['of']);
  const of = settings.text('of')?.trim() ?? '';
  if (of === '') {
    const reason =
      'Unexpected “::poll”, expected the id of the poll whose results it shows, as in “::poll{of=tea}”; a poll itself is “:::poll”, a list of choices and “:::”';
    warn(file, reason, { place: node, ruleId: 'directive-value' });
    node.data = { hName: 'p' };
    return;
  }
  become(node, 'div', { common, dataComponent: 'poll', dataPollOf: of, dataLive: '', className: ['poll'] });
  node.children = [];
}
