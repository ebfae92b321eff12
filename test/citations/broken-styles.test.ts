import { describe, expect, test } from 'vitest';
import { StyleLimitError } from '../../src/citations/context.ts';
import { readStyle } from '../../src/citations/csl-style.ts';
import { cite, shown, smallStyle } from './support.ts';

describe('a style that cannot be used', () => {
  const problem = (source: string): unknown => {
    const style = readStyle(source);
    return 'problem' in style ? [style.problem, style.place?.line] : undefined;
  };

  test.each([
    ['<style><citation>', ['unclosed tag: citation', 1]],
    ['not XML', ['text data outside of root node', 1]],
    ['<html/>', ['expected “<style>” as in CSL 1.0, got “<html>”', 1]],
    ['<style></style>', ['expected “<citation>” with “<layout>”', 1]],
    [
      '<style><info>\n<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/></info></style>',
      ['the style only names another one, “apa”; use that style’s file instead', 1],
    ],
    [smallStyle('<citation><layout>\n<text macro="none"/></layout></citation>'), ['the style has no macro “none”', 2]],
    [smallStyle('<citation><layout>\n\n<txt/></layout></citation>'), ['unknown element “<txt>” in “<layout>”', 3]],
    [
      smallStyle('<citation><layout><text/></layout></citation>'),
      ['“<text>” without an attribute “variable”, “macro”, “term”, “value”', 1],
    ],
  ])('%s', (source, expected) => {
    expect(problem(source)).toEqual(expected);
  });

  test('entities of its own are refused, so that none can grow', () => {
    const bomb = '<!DOCTYPE style [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    expect(problem(`${bomb}<style><citation><layout><text value="&b;"/></layout></citation></style>`)).toEqual([
      'undefined entity',
      1,
    ]);
  });

  test('macros without end, and those that multiply, are given up', () => {
    const endless = smallStyle(
      '<citation><layout><text macro="a"/></layout></citation>',
      '<macro name="a"><text macro="a"/></macro>',
    );
    const many = Array.from({ length: 40 }, (_, index) => {
      const inside = `<text macro="m${index + 1}"/>`;
      return `<macro name="m${index}">${inside}${inside}</macro>`;
    });
    const growing = smallStyle(
      '<citation><layout><text macro="m0"/></layout></citation>',
      `${many.join('')}<macro name="m40"><text value="x"/></macro>`,
    );
    for (const style of [endless, growing]) {
      expect(() => shown(style, [{ id: 'a' }], [[cite('a')]])).toThrow(StyleLimitError);
    }
  });
});
