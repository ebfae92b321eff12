import type { Paint } from './measured-paint.ts';

/** Paint of a box that shows nothing of its own: what is filled or outlined begins with it. */
export const UNPAINTED: Paint = {
  fills: [],
  borders: [undefined, undefined, undefined, undefined],
  radius: 0,
  corners: undefined,
  pieces: undefined,
  lines: undefined,
  polygon: undefined,
  ellipse: false,
  shadow: undefined,
  ring: undefined,
};
