/** The script that looks at slides: for the rules of decks and themes, and to cut slides that are too full. */
export { hideLetters, showLetters, slideBox } from './inspect/hide-letters.ts';
export { findPlaces } from './inspect/find-places.ts';
export { findLogos, hideLogos, showLogos } from './inspect/logos.ts';
export { inspectSlides } from './inspect/inspect-slides.ts';
export { runAxe } from './inspect/run-axe.ts';
export { showTone } from './inspect/show-tone.ts';
export { findCuts } from './paginate/find-cuts.ts';
