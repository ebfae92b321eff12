import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { markImpure } from '../model/hast-data.ts';
import { warn } from '../model/messages.ts';
import type { RawMarkups } from '../model/raw-markup.ts';
import { nearestName } from '../model/did-you-mean.ts';
import { eachElement } from '../model/walk.ts';
import { element, replaceWith, text } from './elements.ts';
import type { IconSet, LoadIcons } from '../model/icon-set.ts';
import { iconSvg } from './icon-svg.ts';

/** The set that an icon without a set's name is from. */
const USUAL_SET = 'lucide';

export interface IconsOptions {
  load: LoadIcons;
  rawMarkup: RawMarkups;
}

/** Draws `:icon[name]` and `:icon[set:name]`; each icon used is in the deck as SVG, and no others. */
export const icons: Plugin<[IconsOptions], Root> = ({ load, rawMarkup }) => {
  return async (tree, file) => {
    const found: Element[] = [];
    eachElement(tree, (target) => {
      if (typeof target.properties['dataIcon'] === 'string') found.push(target);
    });
    if (found.length > 0) markImpure(tree);
    for (const target of found) {
      const name = String(target.properties['dataIcon']).toLowerCase();
      const [setName = '', icon = ''] = name.includes(':') ? name.split(':') : [USUAL_SET, name];
      const set = /^[a-z\d-]+$/.test(setName) ? await load(setName) : undefined;
      const svg = set && iconSvg(set, icon, { rawMarkup, properties: propertiesOf(target) });
      if (svg) replaceWith(target, svg);
      else {
        const reason = `Unknown icon “${name}”: ${problemOf(set, setName, icon)}`;
        warn(file, reason, { place: target.position ?? tree.position, ruleId: 'icon' });
        replaceWith(target, element('span', { className: ['broken'] }, [text(name)]));
      }
    }
  };
};

function problemOf(set: IconSet | undefined, setName: string, name: string): string {
  if (!set) return `no icon set “${setName}” is installed; npm install @iconify-json/${setName} adds it, if it exists`;
  const near = nearestName(name, Object.keys(set.icons));
  return `“${setName}” has none of that name; ${near ? `did you mean “${near}”?` : `see https://icon-sets.iconify.design/${setName}/`}`;
}

/** An icon with a label is read out, one without is decoration. */
function propertiesOf({ properties }: Element): Element['properties'] {
  const { dataIcon: _, dataLabel, className, ...common } = properties;
  const label = typeof dataLabel === 'string' ? { role: 'img', ariaLabel: dataLabel } : { ariaHidden: 'true' };
  return { ...common, ...label, className: ['icon', ...(Array.isArray(className) ? className : [])] };
}
