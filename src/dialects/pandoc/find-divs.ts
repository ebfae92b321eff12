import type { SourceLine } from '../common/scan-lines.ts';
import { pandocAttributes, type PandocAttributes } from './attributes.ts';

/** A fenced div: lines between colons. */
export interface PandocDiv {
  attributes: PandocAttributes;
  open: SourceLine;
  /** Missing where the file ends before it. */
  close: SourceLine | undefined;
  children: PandocDiv[];
  /** The lines between them. */
  inner: SourceLine[];
}

const OPEN = /^[ ]{0,24}:{3,99}[ \t]{0,99}(?:\{([^{}]{0,999})\}|([^\s{}:][^\s{}]{0,99}))[ \t]{0,99}:{0,99}[ \t]{0,99}$/;
const CLOSE = /^[ ]{0,24}:{3,99}[ \t]{0,99}$/;

/** Finds the divs of a source; those in others are their children. Any closing line closes the innermost. */
export function findDivs(lines: readonly SourceLine[]): PandocDiv[] {
  const top: PandocDiv[] = [];
  const open: PandocDiv[] = [];
  let isList = false;
  for (const line of lines) {
    // Far to the right is code, but for the content of a list.
    const indent = line.text.search(/\S/);
    if (/^[ ]{0,24}(?:[-*+]|\(?[\w@#]{1,9}[.)])[ \t]/.test(line.text)) isList = true;
    else if (indent === 0) isList = false;
    for (const div of open) div.inner.push(line);
    if (line.isCode || line.isComment || !line.text.includes(':::') || (indent > 3 && !isList)) continue;
    if (CLOSE.test(line.text)) {
      const div = open.pop();
      if (div) div.close = line;
      continue;
    }
    const found = OPEN.exec(line.text);
    if (!found) continue;
    const word = found[2]?.replace(/^\./, '');
    const div: PandocDiv = {
      attributes: pandocAttributes(found[1] ?? word ?? ''),
      open: line,
      close: undefined,
      children: [],
      inner: [],
    };
    (open.at(-1)?.children ?? top).push(div);
    open.push(div);
  }
  return top;
}
