/** The script that measures slides for files whose shapes can be edited. */
export { measureSlides } from './shapes/measure-slides.ts';
