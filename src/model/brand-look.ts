/** Looks in a brand file, besides tokens and logo. */
export interface BrandLook {
  /** Colours by their names; a deck names them as `var(--brand-NAME)`. */
  palette: ReadonlyMap<string, string>;
  /** Background and text of slides, one pair for light slides and one for dark ones. */
  grounds: readonly BrandGround[];
  faces: readonly BrandFace[];
}

export interface BrandGround {
  background: string;
  foreground: string | undefined;
}

/** A font file. */
export interface BrandFace {
  family: string;
  /** A weight, or the range of a variable font. */
  weight: string;
  style: 'normal' | 'italic';
  /** Absolute path. */
  file: string;
}
