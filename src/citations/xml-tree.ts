import { SaxesParser } from 'saxes';

/** A place in a file, counted from 1. */
export interface FilePoint {
  line: number;
  column: number;
}

/** An element of a style. Text between elements means nothing there, but in terms. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly XmlElement[];
  text: string;
  place: FilePoint;
}

/** Why a text cannot be read, and where. */
export interface TextProblem {
  problem: string;
  place: FilePoint | undefined;
}

/** Elements of a style inside of each other: styles have about fifteen. */
const DEEPEST = 100;

interface OpenElement extends XmlElement {
  children: XmlElement[];
}

/** Parses XML into its elements, without comments; entities other than those of XML are problems. */
export function parseXml(source: string): XmlElement | TextProblem {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let problem: TextProblem | undefined;
  const here = (): FilePoint => ({ line: parser.line, column: parser.column + 1 });
  let start = here();
  parser.on('error', ({ message }) => {
    problem ??= { problem: message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, ''), place: here() };
  });
  parser.on('opentagstart', ({ name }) => {
    const { line, column } = here();
    start = { line, column: Math.max(1, column - name.length - 2) };
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: OpenElement = {
      name: name.replace(/^cs:/, ''),
      attributes: new Map(Object.entries(attributes)),
      children: [],
      text: '',
      place: start,
    };
    open.at(-1)?.children.push(element);
    if (open.length === DEEPEST) problem ??= { problem: 'elements are nested too deep', place: start };
    if (open.length < DEEPEST) open.push(element);
    root ??= element;
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', ({ name }) => {
    if (open.at(-1)?.name === name.replace(/^cs:/, '')) open.pop();
  });
  parser.write(source).close();
  if (problem) return problem;
  return root ?? { problem: 'the file has no elements', place: undefined };
}

/** Returns the first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}
