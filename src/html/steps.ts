import type { Element, ElementContent, Root, Text } from 'hast';
import type { Plugin } from 'unified';
import { addClass, element, hasClass } from './elements.ts';
import { footnoteSteps } from './footnote-steps.ts';
import { markSteps } from './note-steps.ts';

/** Fragments of a slide, each with the step it appears at; equal numbers appear together. */
interface Steps {
  fragments: [target: Element, at: number][];
  /** The last step that was given out in reading order. */
  last: number;
  /** The step that the rest of the slide waits for. */
  waiting: number | undefined;
  incremental: boolean;
}

/** Effects that are not reveal.js's own have to say so. */
const OWN_EFFECTS = new Set(['highlight']);

/**
 * Makes reveal.js's fragments of what appears step by step: `:::steps`, `:step[…]`, what follows `::pause`, items of
 * incremental lists, layers of a stack and steps of code. They are numbered in reading order, columns one after the
 * other; `at=` says otherwise.
 */
export const steps: Plugin<[], Root> = () => (tree) => {
  const facts = tree.data?.slide;
  if (facts?.part === 'notes') markSteps(tree);
  const state: Steps = {
    fragments: [],
    last: 0,
    waiting: undefined,
    incremental: facts?.incremental === true && facts.part === 'content',
  };
  const children = tree.children as ElementContent[];
  visit(children, state, undefined);
  state.fragments.push(...footnoteSteps(children, state.fragments));
  if (!facts || facts.part === 'notes') return;
  const numbers = [...new Set(state.fragments.map(([, at]) => at))].toSorted((a, b) => a - b);
  for (const [target, at] of state.fragments) {
    const { dataEffect } = target.properties;
    delete target.properties['dataEffect'];
    const effect = typeof dataEffect === 'string' && dataEffect !== 'fade-in' ? [dataEffect] : [];
    addClass(target, 'fragment', ...(effect.some((name) => OWN_EFFECTS.has(name)) ? ['custom'] : []), ...effect);
    target.properties['dataFragmentIndex'] = String(numbers.indexOf(at));
  }
  if (tree.data?.findings) tree.data.findings.steps = numbers.length;
};

/** @param within - the step that an element around these waits for. */
function visit(children: ElementContent[], state: Steps, within: number | undefined): void {
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child?.type !== 'element') continue;
    if (isPause(child)) {
      state.last += 1;
      state.waiting = state.last;
      children.splice(index, 1);
      index -= 1;
    } else if (!hasClass(child, 'footnotes')) waitOrEnter(child, state, within);
  }
}

function waitOrEnter(child: Element, state: Steps, within: number | undefined): void {
  const { waiting } = state;
  // What stands inside something that waits already need not wait for the same step again.
  const waits = waiting !== undefined && waiting !== within;
  if (waits) state.fragments.push([child, waiting]);
  enter(child, state, waits ? waiting : within);
}

function isPause({ properties }: Element): boolean {
  return properties['dataPause'] !== undefined;
}

/** Takes out pauses where everything waits for a step of its own. */
function withoutPauses(parent: Element): void {
  parent.children = parent.children.filter((child) => child.type !== 'element' || !isPause(child));
}

function enter(target: Element, state: Steps, within: number | undefined): void {
  const { properties } = target;
  if (properties['dataSteps'] !== undefined) stepThrough(target, state, within);
  else if (properties['dataStep'] !== undefined) {
    const { dataAt, dataStep: _, ...rest } = properties;
    target.properties = rest;
    state.fragments.push([target, next(state, dataAt)]);
    visit(target.children, state, within);
  } else if (properties['dataLayers'] !== undefined) layers(target, state, within);
  else if (state.incremental && isList(target)) listItems(target, state, { within });
  else if (properties['dataCodeSteps'] !== undefined) codeSteps(target, state);
  else visit(target.children, state, within);
}

function next(state: Steps, at: unknown): number {
  if (typeof at === 'string') return Number(at);
  state.last += 1;
  return state.last;
}

interface ItemOptions {
  within: number | undefined;
  effect?: unknown;
  /** The step of the first item, where it is given. */
  at?: number;
}

function stepThrough(container: Element, state: Steps, within: number | undefined): void {
  const { dataSteps: _, dataEffect, dataAt, ...rest } = container.properties;
  container.properties = rest;
  withoutPauses(container);
  let at = typeof dataAt === 'string' ? Number(dataAt) : undefined;
  const options = (): ItemOptions => ({ within, effect: dataEffect, ...(at !== undefined && { at }) });
  for (const child of container.children) {
    if (child.type !== 'element') continue;
    const lists = isList(child) ? [child] : componentLists(child);
    if (lists.length > 0) for (const list of lists) at = listItems(list, state, options());
    else {
      appear(child, state, options());
      at = at === undefined ? undefined : at + 1;
      enter(child, state, within);
    }
  }
}

/** The lists that a component is made of, where it is not a list itself. */
function componentLists(target: Element): Element[] {
  if (target.properties['dataComponent'] === undefined) return [];
  return target.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.properties['dataItems'] === undefined ? childLists(child) : [child];
  });
}

function childLists({ children }: Element): Element[] {
  return children.filter(
    (child) => child.type === 'element' && child.properties['dataItems'] !== undefined,
  ) as Element[];
}

/** Each item, and each item of the lists inside it, in turn; an item of a component is one thing. */
function listItems(list: Element, state: Steps, { within, effect, at }: ItemOptions): number | undefined {
  let following = at;
  const start = state.waiting;
  for (const item of list.children) {
    if (item.type !== 'element') continue;
    appear(item, state, { within, effect, ...(following !== undefined && { at: following }) });
    if (following !== undefined) following += 1;
    // The item comes later than what waits before the list.
    const before = state.waiting;
    if (list.properties['dataComponent'] !== undefined || list.properties['dataItems'] !== undefined) {
      const { incremental } = state;
      state.incremental = false;
      visit(item.children, state, within);
      state.incremental = incremental;
      continue;
    }
    item.children = item.children.flatMap((child): ElementContent[] => {
      if (child.type === 'element' && isPause(child)) {
        state.waiting = following ?? next(state, undefined);
        if (following !== undefined) following += 1;
        return [];
      }
      const shown = child.type === 'text' && state.waiting !== before && child.value.trim() ? inSpan(child) : child;
      if (shown.type !== 'element') return [shown];
      if (isList(shown)) {
        following = listItems(shown, state, { within, effect, ...(following !== undefined && { at: following }) });
      } else waitOrEnter(shown, state, before);
      return [shown];
    });
  }
  // The rest of the slide waits for the last item, too.
  if (state.waiting !== start) state.waiting = following === undefined ? state.last : following - 1;
  return following;
}

function inSpan(text: Text): Element {
  return element('span', {}, [text]);
}

function appear(target: Element, state: Steps, { effect, at }: ItemOptions): void {
  if (effect !== undefined && effect !== null) target.properties['dataEffect'] = String(effect);
  state.fragments.push([target, at ?? next(state, undefined)]);
}

/** Each layer but the last goes when the next one comes: one fragment brings it, another takes it away. */
function layers(stack: Element, state: Steps, within: number | undefined): void {
  delete stack.properties['dataLayers'];
  withoutPauses(stack);
  const shown = stack.children.filter((child): child is Element => child.type === 'element');
  stack.children = shown.map((child, index) => {
    const arrival = index === 0 ? undefined : next(state, undefined);
    visit([child], state, within);
    const inner = element('div', { className: ['layer-content'], dataEffect: 'fade-out' }, [child]);
    if (index < shown.length - 1) state.fragments.push([inner, state.last + 1]);
    else inner.properties = { className: ['layer-content'] };
    const layer = element('div', { className: ['layer'] }, [inner]);
    if (arrival !== undefined) state.fragments.push([layer, arrival]);
    return layer;
  });
}

/** reveal.js counts the marks; the deck's script shows the emphasis that belongs to them. */
function codeSteps(pre: Element, state: Steps): void {
  const count = Number(pre.properties['dataCodeSteps']);
  for (let index = 1; index < count; index += 1) {
    const mark = element('span', { className: ['code-step'], ariaHidden: 'true' });
    state.fragments.push([mark, next(state, undefined)]);
    pre.children.push(mark);
  }
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol';
}
