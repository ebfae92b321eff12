import type { StepTarget } from './step-marks.ts';
import { xml, type Element } from './xml.ts';

/** A video or a sound on a slide. */
export interface MediaTarget {
  kind: 'video' | 'audio';
  shape: number;
}

/** Milliseconds that a fade takes. */
const FADE = '500';

/**
 * Writes the steps of a slide: each click lets shapes and paragraphs fade in (ECMA-376, part 1, 19.5).
 *
 * @returns `undefined` where nothing appears later, and nothing is played.
 */
export function timingXml(targets: readonly StepTarget[], media: readonly MediaTarget[]): Element | undefined {
  if (targets.length === 0 && media.length === 0) return undefined;
  let last = 0;
  const id = (): number => (last += 1);
  const root = id();
  const steps = [...Map.groupBy(targets, ({ step }) => step)].toSorted(([one], [other]) => one - other);
  const clicks =
    steps.length === 0
      ? undefined
      : sequence(
          id,
          steps.map(([, own]) => own),
        );
  const players = media.map(({ kind, shape }) =>
    xml(
      `p:${kind}`,
      {},
      xml(
        'p:cMediaNode',
        { vol: 80_000 },
        xml('p:cTn', { id: id(), fill: 'hold', display: 0 }, begin('indefinite')),
        target({ shape, paragraph: undefined }),
      ),
    ),
  );
  return xml(
    'p:timing',
    {},
    xml(
      'p:tnLst',
      {},
      xml(
        'p:par',
        {},
        xml(
          'p:cTn',
          { id: root, dur: 'indefinite', restart: 'never', nodeType: 'tmRoot' },
          xml('p:childTnLst', {}, clicks, players),
        ),
      ),
    ),
    buildsXml(targets),
  );
}

type NextId = () => number;

function sequence(id: NextId, clicks: readonly (readonly StepTarget[])[]): Element {
  const slide = xml('p:tgtEl', {}, xml('p:sldTgt'));
  const own = id();
  return xml(
    'p:seq',
    { concurrent: 1, nextAc: 'seek' },
    xml(
      'p:cTn',
      { id: own, dur: 'indefinite', nodeType: 'mainSeq' },
      xml(
        'p:childTnLst',
        {},
        clicks.map((targets) => clickXml(id, targets)),
      ),
    ),
    xml('p:prevCondLst', {}, xml('p:cond', { evt: 'onPrev', delay: 0 }, slide)),
    xml('p:nextCondLst', {}, xml('p:cond', { evt: 'onNext', delay: 0 }, slide)),
  );
}

/** Lets all targets of a click fade in at once. */
function clickXml(id: NextId, targets: readonly StepTarget[]): Element {
  const parallel = (delay: string, children: (own: number) => Element[]): Element => {
    const own = id();
    return xml(
      'p:par',
      {},
      xml('p:cTn', { id: own, fill: 'hold' }, begin(delay), xml('p:childTnLst', {}, children(own))),
    );
  };
  return parallel('indefinite', () => [
    parallel('0', () => targets.map((one, index) => effectXml(id, one, index === 0 ? 'clickEffect' : 'withEffect'))),
  ]);
}

function effectXml(id: NextId, one: StepTarget, nodeType: string): Element {
  const own = id();
  const shows = xml(
    'p:set',
    {},
    xml(
      'p:cBhvr',
      {},
      xml('p:cTn', { id: id(), dur: '1', fill: 'hold' }, begin('0')),
      target(one),
      xml('p:attrNameLst', {}, xml('p:attrName', {}, 'style.visibility')),
    ),
    xml('p:to', {}, xml('p:strVal', { val: 'visible' })),
  );
  const fades = xml(
    'p:animEffect',
    { transition: 'in', filter: 'fade' },
    xml('p:cBhvr', {}, xml('p:cTn', { id: id(), dur: FADE }), target(one)),
  );
  return xml(
    'p:par',
    {},
    xml(
      'p:cTn',
      {
        id: own,
        presetID: 10,
        presetClass: 'entr',
        presetSubtype: 0,
        fill: 'hold',
        grpId: one.hasText ? 0 : undefined,
        nodeType,
      },
      begin('0'),
      xml('p:childTnLst', {}, shows, fades),
    ),
  );
}

function begin(delay: string): Element {
  return xml('p:stCondLst', {}, xml('p:cond', { delay }));
}

function target({ shape, paragraph }: Pick<StepTarget, 'shape' | 'paragraph'>): Element {
  const range =
    paragraph === undefined ? undefined : xml('p:txEl', {}, xml('p:pRg', { st: paragraph, end: paragraph }));
  return xml('p:tgtEl', {}, xml('p:spTgt', { spid: shape }, range));
}

/** Says of shapes with text whether they appear as a whole or by paragraphs. */
function buildsXml(targets: readonly StepTarget[]): Element | undefined {
  const texts = new Map(
    targets.filter(({ hasText }) => hasText).map((one) => [one.shape, one.paragraph !== undefined]),
  );
  if (texts.size === 0) return undefined;
  return xml(
    'p:bldLst',
    {},
    [...texts].map(([spid, byParagraph]) =>
      xml('p:bldP', byParagraph ? { spid, grpId: 0, build: 'p' } : { spid, grpId: 0, animBg: 1 }),
    ),
  );
}
