import type { ListItem, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { settingReader } from './setting-reader.ts';
import {
  becomeList,
  inline,
  itemParts,
  onlyList,
  part,
  readComponent,
  refuseContent,
  trimmed,
  digitsOf,
  type ItemParts,
} from './component.ts';

const GOOD = ['up', 'down', 'none'] as const;
type Good = (typeof GOOD)[number];

type Trend = 'up' | 'down' | 'same';

/** The start of a change in a line: a sign and a number; its unit comes after it. */
const CHANGE = /(?:^|\s)([+\-−±▲△▼▽↑↓])\s?(?=[.,]?\d)/u;
const TRENDS: ReadonlyMap<string, Trend> = new Map([
  ['+', 'up'],
  ['▲', 'up'],
  ['△', 'up'],
  ['↑', 'up'],
  ['-', 'down'],
  ['−', 'down'],
  ['▼', 'down'],
  ['▽', 'down'],
  ['↓', 'down'],
]);
/** Signs that are drawn are read out as what they mean. */
const SIGNS: Readonly<Record<Trend, string>> = { up: '+', down: '−', same: '±' };

const MOST = 8;

/** Reads `:::kpis{good=down}`: a list of numbers in bold, what they count, and how they have changed. */
export function kpis(node: ContainerDirective, file: VFile): void {
  const read = readComponent(node, file, ['good']);
  const list = onlyList(read);
  if (!list || list.children.length > MOST) {
    refuseContent(node, file, `a list of up to ${MOST} numbers in bold, as in “- **99 %** Availability +2 pt”`);
    return;
  }
  const good = read.settings.choice('good', GOOD) ?? 'up';
  const numbers = list.children.map((item) => itemParts(item, file));
  if (numbers.some(({ lead }) => lead.length === 0)) {
    refuseContent(node, file, 'each item to begin with a number in bold, as in “- **99 %** Availability +2 pt”');
    return;
  }
  const width = Math.max(...numbers.map(({ lead }) => digitsOf(lead)));
  const columns = columnsFor(numbers.length, width);
  becomeList(node, {
    read,
    items: list.children.map((item, index) => kpi(item, numbers[index], { file, good })),
    style: `--kpi-count: ${numbers.length}; --kpi-columns: ${columns}; --kpi-width: ${width}${columns < numbers.length ? '; --kpi-rows: 2' : ''}`,
  });
}

/** Digits of a number that is large in a quarter of a slide's width. */
const SHORT = 4;

/** Up to three share a row, and four short ones; more are in two. */
function columnsFor(count: number, width: number): number {
  return count <= (width > SHORT ? 3 : 4) ? count : Math.ceil(count / 2);
}

function kpi(item: ListItem, parts: ItemParts | undefined, context: { file: VFile; good: Good }): ListItem {
  if (!parts) return item;
  const { lead, rest, more } = parts;
  const { label, note, change } = labelOf(rest);
  const good = goodOf(item, parts, context);
  const row = [...(change ? [changeOf(change, good)] : []), ...(note ? [inline('span', noteClass, note)] : [])];
  return {
    ...item,
    children: [
      part('kpi-number', lead),
      ...(label.length > 0 ? [part('kpi-label', label)] : []),
      ...(row.length > 0
        ? [
            part(
              'kpi-change',
              row.flatMap((one, index) => (index > 0 ? [blank(), one] : [one])),
            ),
          ]
        : []),
      ...more,
    ],
  };
}

const noteClass = { className: ['kpi-note'] };

function blank(): PhrasingContent {
  return { type: 'text', value: ' ' };
}

function goodOf(item: ListItem, { attributes }: ItemParts, { file, good }: { file: VFile; good: Good }): Good {
  if (!attributes) return good;
  const what = 'attribute of a number in “:::kpis”';
  const reader = settingReader(attributes.values, {
    file,
    place: item,
    what,
    unknown: 'directive-attribute',
    valueRule: () => 'directive-value',
  });
  reader.refuseOthers(['good']);
  return reader.choice('good', GOOD) ?? good;
}

interface Label {
  label: PhrasingContent[];
  /** Words in italics at the end. */
  note: PhrasingContent[] | undefined;
  change: { trend: Trend; words: string } | undefined;
}

function labelOf(rest: readonly PhrasingContent[]): Label {
  const words = [...rest];
  const last = words.at(-1);
  const note = last?.type === 'emphasis' && !last.data?.hName && words.length > 0 ? last.children : undefined;
  const before = trimmed(note ? words.slice(0, -1) : words);
  const end = before.at(-1);
  if (end?.type !== 'text') return { label: before, note, change: undefined };
  const line = end.value.lastIndexOf('\n') + 1;
  const found = CHANGE.exec(end.value.slice(line));
  if (!found) return { label: before, note, change: undefined };
  const [start, sign = ''] = found;
  const amount = end.value.slice(line + found.index + start.length);
  const trend = TRENDS.get(sign) ?? 'same';
  const kept = trimmed([...before.slice(0, -1), { ...end, value: end.value.slice(0, line + found.index) }]);
  return { label: kept, note, change: { trend, words: `${SIGNS[trend]}${amount}` } };
}

function changeOf({ trend, words }: NonNullable<Label['change']>, good: Good): PhrasingContent {
  const isPlain = good === 'none' || trend === 'same';
  const verdict = isPlain ? 'neutral' : trend === good ? 'good' : 'bad';
  return inline('span', { className: ['kpi-trend'], dataTrend: trend, dataVerdict: verdict }, [
    { type: 'text', value: words },
  ]);
}
