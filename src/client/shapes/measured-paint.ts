/** `#rrggbb`, with two more digits where it is not opaque. */
export type Hex = string;

/** Colours between 0 and 1 along a gradient. */
export interface GradientStop {
  at: number;
  colour: Hex;
}

/** A length as a share of a box, and px beside it. */
export type Length = [share: number, px: number];

/** The part of a box that a fill is in. */
export interface Area {
  x: Length;
  y: Length;
  width: Length;
  height: Length;
  /** It is repeated so far apart, across and down. */
  every: [across: Length | undefined, down: Length | undefined];
}

export type Fill = (
  | { kind: 'solid'; colour: Hex }
  /** Degrees clockwise from “to the right”. */
  | { kind: 'linear'; angle: number; stops: GradientStop[] }
  | { kind: 'radial'; stops: GradientStop[] }
  /** An image, and CSS `background-size` and `background-position`. */
  | { kind: 'picture'; address: string; size: string; position: string }
) & {
  /** Where it does not fill the box. */
  area?: Area | undefined;
};

export interface Line {
  /** px. */
  width: number;
  colour: Hex;
  style: 'solid' | 'dashed' | 'dotted' | 'double';
}

/** A place in a box, or a distance: shares of its width and height, and px beside them. */
interface Corner {
  x: Length;
  y: Length;
}

/** A shadow around a box. */
export interface Shadow {
  colour: Hex;
  /** px to the right, down, and that it is blurred by. */
  x: number;
  y: number;
  blur: number;
}

/** The paint of a box. */
export interface Paint {
  /** From the lowest to the uppermost. */
  fills: Fill[];
  /** Top, right, bottom and left. */
  borders: [Line | undefined, Line | undefined, Line | undefined, Line | undefined];
  /** Radius of its corners in px; half of the shorter side or more makes it round. */
  radius: number;
  /** Radii of its corners, across and down, from the upper left one clockwise; `undefined` where `radius` says it. */
  corners: readonly [Corner, Corner, Corner, Corner] | undefined;
  /** The parts of it that are painted, as shares of its sides; all of it where there are none. */
  pieces: readonly { x: number; y: number; width: number; height: number }[] | undefined;
  /** Lines in it that are drawn instead of its edges, in px from its corner. */
  lines: readonly (readonly [x: number, y: number][])[] | undefined;
  /** Corners of a polygon that it is cut to. */
  polygon: Corner[] | undefined;
  /** Its outline is an ellipse, whatever its sides. */
  ellipse: boolean;
  shadow: Shadow | undefined;
  /** A line around it, so many px away. */
  ring: { line: Line; gap: number } | undefined;
}
