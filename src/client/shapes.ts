/** The script that measures slides for files whose shapes can be edited. */
export { isolateElement, placesOf, scrollToArea, slidePlaces } from './shapes/isolate.ts';
export { measureSlides } from './shapes/measure-slides.ts';
