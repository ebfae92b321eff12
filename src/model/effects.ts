/** Effects of steps, by the names of reveal.js; `highlight` uses the theme's accent. */
export const EFFECTS = [
  'fade-in',
  'fade-up',
  'fade-down',
  'fade-left',
  'fade-right',
  'fade-out',
  'semi-fade-out',
  'fade-in-then-out',
  'fade-in-then-semi-out',
  'zoom-in',
  'grow',
  'shrink',
  'strike',
  'highlight',
] as const;
