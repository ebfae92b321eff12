import type { Element, Root } from 'hast';
import { eachElement } from '../model/walk.ts';
import { hasClass } from './elements.ts';

/** Classes that KaTeX has given other names since 0.19, with `katex-` in front. */
const RENAMED = new Set(
  'accent base fix hdashline hline inner newline overlay overline root rule sizing smash sout stretchy strut tag thinbox underline vbox'.split(
    ' ',
  ),
);

/** Gives formulas that a plugin has set with an older KaTeX the classes that Lectern's style sheet knows. */
export function renameKatexClasses(tree: Root): void {
  eachElement(tree, (element) => {
    if (hasClass(element, 'katex-html')) eachElement({ type: 'root', children: [element] }, rename);
  });
}

function rename({ properties }: Element): void {
  const { className } = properties;
  if (!Array.isArray(className)) return;
  const present = className.filter((name) => RENAMED.has(String(name))).map((name) => `katex-${name}`);
  className.push(...present.filter((name) => !className.includes(name)));
}
