import type { Box, Paint, Paragraph } from './measured.ts';

export type PseudoName = '::before' | '::after';

/** Content that a style sheet puts before or after that of an element. */
export interface Pseudo {
  style: CSSStyleDeclaration;
  text: string;
  paint: Paint | undefined;
  /** Its area on the slide, or what stood in its place. */
  measure: Box | TwinMeasure | undefined;
}

/** The measure of an element that has the place and the styles of a pseudo-element. */
export interface TwinMeasure {
  area: DOMRect;
  /** Before it is turned. */
  width: number;
  height: number;
  paragraph: Paragraph | undefined;
}

/** Pseudo-elements by the elements that have them. */
export type Pseudos = Map<Element, Map<PseudoName, Pseudo>>;
