import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { EFFECTS } from '../model/effects.ts';
import { become, readDirective, type ReadDirective } from './directive.ts';

/** Reads `:::steps{effect=fade-up}`: each block or list item inside appears in turn. */
export function steps(node: ContainerDirective, file: VFile): void {
  become(node, 'div', { ...stepProperties(node, file), className: ['steps'], dataSteps: '' });
}

/** Reads `:step[text]{at=2}` inside a line. */
export function step(node: TextDirective, file: VFile): void {
  become(node, 'span', { ...stepProperties(node, file), dataStep: '' });
}

/** Reads `::pause`: the rest of the slide waits for the next step. */
export function pause(node: LeafDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  become(node, 'div', { common, dataPause: '' });
}

/** Reads `:::stack`: blocks on top of each other, one after the other. */
export function stack(node: ContainerDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  become(node, 'div', { common, className: ['layers'], dataLayers: '' });
}

function stepProperties(node: ContainerDirective | TextDirective, file: VFile): { common: ReadDirective['common'] } {
  const { common, settings } = readDirective(node, file, ['effect', 'at']);
  const effect = settings.choice('effect', EFFECTS);
  const at = settings.parsed('at', readStep, 'the number of a step, counted from 1');
  return { common, ...(effect && { dataEffect: effect }), ...(at && { dataAt: String(at) }) };
}

function readStep(text: string): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= 999 ? number : undefined;
}
