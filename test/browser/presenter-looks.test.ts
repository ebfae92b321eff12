import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { settle, useBrowser } from '../support/browser.ts';
import { until, untilShown, useTwoWindows } from '../support/presenter.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const windows = useTwoWindows(useBrowser());

describe('the view itself', () => {
  test.each([
    [1024, 640],
    [1280, 720],
    [820, 1180],
  ])('at %i × %i nothing is cut off', async (width, height) => {
    const { presenter } = windows();
    await presenter.setViewport({ width, height });
    await presenter.keyboard.press('d');
    await settle(presenter);
    const outside = (await presenter.evaluate(`(() => {
      const parts = document.getElementById('presenter').shadowRoot.querySelectorAll('button, [data-part=timer], [data-part=clock], .screen');
      return [...parts].filter((part) => {
        const { left, top, right, bottom, width } = part.getBoundingClientRect();
        return width > 0 && (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight);
      }).map((part) => part.outerHTML.slice(0, 80));
    })()`)) as string[];
    expect(outside).toEqual([]);
  });

  test('at a zoom of 200 % everything can be reached', async () => {
    const { presenter } = windows();
    await presenter.setViewport({ width: 640, height: 400 });
    await settle(presenter);
    const hidden = (await presenter.evaluate(`(() => {
      const root = document.getElementById('presenter').shadowRoot;
      const view = root.querySelector('.view');
      return [...root.querySelectorAll('.view button, .screen, .notes .text')].filter((part) => {
        if (part.getBoundingClientRect().width === 0) return false;
        part.scrollIntoView({ block: 'center' });
        const { left, top, right, bottom, height } = part.getBoundingClientRect();
        return left < 0 || right > innerWidth + 1 || bottom <= 0 || top >= innerHeight || height < 20;
      }).map((part) => part.outerHTML.slice(0, 80)).concat(view.scrollWidth > view.clientWidth ? ['too wide'] : []);
    })()`)) as string[];
    expect(hidden).toEqual([]);
  });

  test('has the deck’s font, all letters from one file', async () => {
    const { presenter } = windows();
    const client = await presenter.createCDPSession();
    await client.send('DOM.enable');
    await client.send('CSS.enable');
    const { root: document } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
    const host = await client.send('DOM.querySelector', { nodeId: document.nodeId, selector: '#presenter' });
    const { node } = await client.send('DOM.describeNode', { nodeId: host.nodeId, depth: -1, pierce: true });
    const shadow = node.shadowRoots?.[0]?.backendNodeId;
    const { nodeIds } = await client.send('DOM.pushNodesByBackendIdsToFrontend', { backendNodeIds: [shadow ?? 0] });
    const parts = 'h1, [data-part=timer], button[data-do=black] span, .label';
    const found = await client.send('DOM.querySelectorAll', { nodeId: nodeIds[0] ?? 0, selector: parts });
    const used = new Set<string>();
    for (const nodeId of found.nodeIds) {
      const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
      for (const { familyName, isCustomFont } of fonts) used.add(`${familyName} ${isCustomFont}`);
    }
    expect([...used].toSorted()).toEqual(['Inter SemiBold true', 'Inter true']);
  });

  test('can be used without seeing it', async () => {
    const { presenter } = windows();
    // The last of them makes the view dark again, which is remembered.
    for (const keys of [[], ['g'], ['Escape', '?'], ['Escape', 'a'], ['g'], ['Escape', 'a']] as const) {
      for (const key of keys) await presenter.keyboard.press(key);
      await presenter.evaluate(axe);
      const faults = (await presenter.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
      )) as string[];
      expect(faults).toEqual([]);
    }
  });

  test('? shows the keys, in both windows', async () => {
    const { deck, presenter } = windows();
    await presenter.keyboard.press('?');
    const open = `[...document.querySelectorAll('*')].some((element) => element.shadowRoot?.querySelector('dialog.help[open]'))`;
    expect(await presenter.evaluate(open)).toBe(true);
    await deck.keyboard.press('?');
    expect(await deck.evaluate(open)).toBe(true);
    await deck.keyboard.press('ArrowRight');
    await untilShown(deck, 'cover');
    await deck.keyboard.press('?');
    expect(await deck.evaluate(open)).toBe(false);
  });

  test('notes can be larger and the view light, and both stay so', async () => {
    const { presenter } = windows();
    const size = `getComputedStyle(document.getElementById('presenter').shadowRoot.querySelector('.notes .text')).fontSize`;
    await presenter.keyboard.press('ArrowRight');
    await until(presenter, 'notes', 'hello');
    const before = Number.parseFloat((await presenter.evaluate(size)) as string);
    await presenter.keyboard.press('+');
    await presenter.keyboard.press('a');
    await presenter.reload();
    await presenter.waitForSelector('html[data-ready]');
    expect(Number.parseFloat((await presenter.evaluate(size)) as string)).toBeGreaterThan(before);
    await presenter.keyboard.press('-');
    // As the choice between light and dark does.
    expect(await presenter.$('#presenter[data-light]')).not.toBeNull();
    await presenter.keyboard.press('a');
    expect(await presenter.$('#presenter[data-light]')).toBeNull();
  });
});
