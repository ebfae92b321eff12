import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { warn } from '../model/messages.ts';
import { nearest } from '../model/nearest.ts';
import { eachElement } from '../model/walk.ts';
import { element, replaceWith, text } from './elements.ts';
import { iconSvg, type LoadIcons } from './icon-svg.ts';
import { ownIds } from './svg.ts';

/** The set that an icon without a set's name is from. */
const USUAL_SET = 'lucide';

/** Draws `:icon[name]` and `:icon[set:name]`; each icon used is in the deck as SVG, and no others. */
export const icons: Plugin<[{ load: LoadIcons }], Root> = ({ load }) => {
  let count = 0;
  return async (tree, file) => {
    const found: Element[] = [];
    eachElement(tree, (target) => {
      if (typeof target.properties['dataIcon'] === 'string') found.push(target);
    });
    for (const target of found) {
      const name = String(target.properties['dataIcon']).toLowerCase();
      const [set = '', icon = ''] = name.includes(':') ? name.split(':') : [USUAL_SET, name];
      const svg = await draw(set, icon, load);
      if (typeof svg === 'string') {
        warn(file, `Unexpected icon “${name}”: ${svg}`, { place: target.position ?? tree.position, ruleId: 'icon' });
        replaceWith(target, element('span', { className: ['broken'] }, [text(name)]));
        continue;
      }
      count += 1;
      ownIds(svg, `icon${count}`);
      finish(target, svg);
    }
  };
};

/** The icon, or why there is none. */
async function draw(set: string, name: string, load: LoadIcons): Promise<Element | string> {
  const icons = /^[a-z\d-]+$/.test(set) ? await load(set) : undefined;
  if (!icons) return `there is no set “${set}” here; npm install @iconify-json/${set} adds it, if it exists`;
  const svg = await iconSvg(icons, name);
  if (svg) return svg;
  const near = nearest(name, Object.keys(icons.icons));
  return `“${set}” has none of that name; ${near ? `did you mean “${near}”?` : `see https://icon-sets.iconify.design/${set}/`}`;
}

/** An icon with a label is read out, one without is decoration. */
function finish(target: Element, svg: Element): void {
  const { dataIcon: _, dataLabel, className, ...common } = target.properties;
  const label = typeof dataLabel === 'string' ? { role: 'img', ariaLabel: dataLabel } : { ariaHidden: 'true' };
  const properties = {
    ...common,
    ...label,
    viewBox: svg.properties['viewBox'],
    width: '1em',
    height: '1em',
    className: ['icon', ...(Array.isArray(className) ? className : [])],
  };
  replaceWith(target, element('svg', properties, svg.children));
}
