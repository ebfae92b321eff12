import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/** The text of the author, if the value of a file was made of it. */
interface WrittenText {
  text: string;
  /** Returns the place in it of a place in the value of the file. */
  toWritten: (point: Point) => Point;
}

declare module 'vfile' {
  interface DataMap {
    written: WrittenText;
  }
}

/**
 * Replaces the text of a file by one that was made of it. Messages that the file gets from now on are at the places in what
 * the author wrote.
 */
export function replaceText(file: VFile, text: string, toOriginal: (offset: number) => number): void {
  const written = String(file.value);
  const [oldLines, newLines] = [lineStarts(written), lineStarts(text)];
  const toWritten = ({ line, column, offset }: Point): Point => {
    const at = toOriginal(offset ?? (newLines[line - 1] ?? text.length) + column - 1);
    const index = Math.max(
      oldLines.findLastIndex((start) => start <= at),
      0,
    );
    return { line: index + 1, column: at - (oldLines[index] ?? 0) + 1, offset: at };
  };
  file.value = text;
  file.data.written = { text: written, toWritten };
  const add = file.message.bind(file) as (...given: unknown[]) => VFileMessage;
  file.message = ((...given: unknown[]) => moved(add(...given), toWritten)) as VFile['message'];
}

/** Returns the place of a position in what the author wrote. */
export function writtenPoint(file: VFile, point: Point): Point {
  return file.data.written?.toWritten(point) ?? point;
}

function moved(message: VFileMessage, toWritten: WrittenText['toWritten']): VFileMessage {
  const { place } = message;
  if (!place) return message;
  const isRange = 'start' in place;
  const start = toWritten(isRange ? place.start : place);
  const here: Point | Position = isRange ? { start, end: toWritten(place.end) } : start;
  message.place = here;
  message.line = start.line;
  message.column = start.column;
  message.name = message.name.replace(/\d{1,9}:\d{1,9}(?:-\d{1,9}:\d{1,9})?$/, shown(here));
  return message;
}

function shown(place: Point | Position): string {
  if (!('start' in place)) return `${place.line}:${place.column}`;
  return `${shown(place.start)}-${shown(place.end)}`;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
