/** The script of the page that Mermaid draws in. */
export { openDrawing } from './diagrams/open-drawing.ts';
export { keepWordsWhole } from './diagrams/words.ts';
export { widenCylinders } from './diagrams/flow-labels.ts';
export { renderDiagram } from './diagrams/render-diagram.ts';
