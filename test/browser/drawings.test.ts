import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { openDeck, places, settle, useBrowser } from '../support/browser.ts';
import { box, evaluate, make, pageText, testFolder } from '../support/made-deck.ts';

const browser = useBrowser();

/** The browser there is, and no drawings of earlier builds. */
async function withEmptyCache(): Promise<typeof places> {
  const cacheFolder = await testFolder();
  for (const name of await readdir(places.cacheFolder).catch(() => [])) {
    if (name.startsWith('chromium-')) await symlink(path.join(places.cacheFolder, name), path.join(cacheFolder, name));
  }
  return { ...places, cacheFolder };
}

describe('drawings', () => {
  const mermaid = '```mermaid\nflowchart LR\n  A[Start here] --> B[End there]\n```\n';

  test('have the theme’s colours and font, a text alternative, and fit their boxes', async () => {
    const { html, messages } = await make(
      `## M\n\n${mermaid}\n## G {tone=dark}\n\n\`\`\`dot\ndigraph { start -> end }\n\`\`\`\n`,
      {
        to: ['html'],
      },
    );
    expect(messages).toEqual([]);
    const { page, complaints } = await openDeck(browser(), html);
    expect(await evaluate(page, `document.querySelector('.present .drawing svg').getAttribute('aria-label')`)).toBe(
      'Diagram: Start here, End there',
    );
    expect(
      await evaluate(page, `getComputedStyle(document.querySelector('.present .drawing text')).fontFamily`),
    ).toContain('Inter');
    const outside = await evaluate<number>(
      page,
      `[...document.querySelectorAll('.present .node')].filter((node) => {
        const text = node.querySelector('text').getBoundingClientRect(), box = node.querySelector('rect, polygon').getBoundingClientRect();
        return text.left < box.left || text.right > box.right;
      }).length`,
    );
    expect(outside).toBe(0);
    await page.keyboard.press('ArrowRight');
    await settle(page);
    const [text, ground] = await evaluate<string[]>(
      page,
      `[getComputedStyle(document.querySelector('.present .node text')).fill, getComputedStyle(document.querySelector('.present')).color]`,
    );
    expect(text).toBe(ground);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('know no date, and load and run nothing', async () => {
    const source = `gantt
  dateFormat YYYY-MM-DD
  section All year
  Running : 2000-01-01, 2099-12-31
  Started : after a, 3d`;
    const hostile = `flowchart LR
  A["<img src=x onerror='document.title=1'><script>document.title=1</script>"] --> B`;
    const { html, messages } = await make(
      `## G\n\n\`\`\`mermaid\n${source}\n\`\`\`\n\n\`\`\`mermaid\n${hostile}\n\`\`\`\n`,
      {
        to: ['html'],
        browser: await withEmptyCache(),
      },
    );
    expect(messages).toEqual([]);
    const text = await readFile(html, 'utf8');
    expect(text).toContain('Running');
    expect(text).not.toContain('class="today"');
    expect(text).not.toMatch(/onerror='|<script>document/);
  });

  test('say what their labels say, and break no words', async () => {
    const word = 'InternationalizationServiceConfiguration';
    const edge = 'relationBetweenInternationalizationServices';
    const diagram = `graph LR\n  A[${word}] -->|${edge}| B[x2 x4]\n  B -->|words that go on in the next line of a label| C`;
    const { html } = await make(`## M\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n`, {
      to: ['html'],
      browser: await withEmptyCache(),
    });
    const written = await readFile(html, 'utf8');
    expect(written).toContain(`>${word}<`);
    expect(written).toContain(`>${edge}<`);
    expect(written).toMatch(/aria-label="[^"]*words that go on in the next line of a label/);
    expect(written, 'the font is the slide’s').not.toMatch(/<svg[^>]*><style>[^<]*font-family:"/);
    const { page } = await openDeck(browser(), html);
    expect(await evaluate(page, `getComputedStyle(document.querySelector('.drawing text')).fontVariantLigatures`)).toBe(
      'no-contextual',
    );
    await page.close();
  });

  test('of charts keep labels in their places where slides read from right to left', async () => {
    const csv = '```csv chart=bar\nq,a,b\none,4,8\ntwo,6,12\n```\n';
    const at = async (lang: string): Promise<number[]> => {
      const { html } = await make(`---\nlang: ${lang}\n---\n\n## A\n\n${csv}`, { to: ['html'] });
      const { page } = await openDeck(browser(), html);
      const places = await evaluate<number[]>(
        page,
        `(() => {
          const svg = document.querySelector('.present .drawing > svg'), left = svg.getBoundingClientRect().x;
          return [...svg.querySelectorAll('text:not(g g > text)')].map((text) => Math.round(text.getBoundingClientRect().x - left));
        })()`,
      );
      await page.close();
      return places;
    };
    expect(await at('ar')).toEqual(await at('en'));
  });

  test('have the colours of the system where it forces them', async () => {
    const { html } = await make('## A\n\n```dot\ndigraph { a -> b }\n```\n', { to: ['html'] });
    const { page } = await openDeck(browser(), html);
    await page.emulateMediaFeatures([{ name: 'forced-colors', value: 'active' }] as never);
    const [label, expected] = await evaluate<string[]>(
      page,
      `[getComputedStyle(document.querySelector('.drawing text')).fill, (() => {
        const probe = document.createElement('i');
        probe.style.color = 'CanvasText';
        document.body.append(probe);
        return getComputedStyle(probe).color;
      })()]`,
    );
    expect(label).toBe(expected);
    await page.close();
  });

  test('are kept: what was drawn once needs no browser, whatever else changes', async () => {
    const cache = await testFolder();
    const browserless = { ...places, cacheFolder: cache, named: { path: '/nonexistent/browser', by: '--browser' } };
    const folder = await testFolder();
    await writeFile(path.join(folder, 'talk.md'), `## M\n\n${mermaid}`);
    const failed = await build({ decks: ['talk.md'], cwd: folder, to: ['html'], browser: browserless });
    expect(failed.decks[0]?.error).toHaveProperty('code', 'BROWSER_MISSING');
    expect(failed.decks[0]?.file.messages.join()).toMatch(/3:1.*Mermaid needs a browser/);
    const first = await make(`## M\n\na word\n\n${mermaid}`, {
      to: ['html'],
      browser: { ...places, cacheFolder: cache },
    });
    expect(first.messages).toEqual([]);
    const second = await make(`## M\n\nanother word\n\n${mermaid}\n\n## N\n`, { to: ['html'], browser: browserless });
    expect(second.messages).toEqual([]);
  });

  test('that are broken are a message at their line and a box on the slide', async () => {
    const { html, messages, pdf } = await make('## M\n\n```mermaid\nflowchart LR\n  A --> --> B\n```\n');
    expect(messages).toEqual([expect.stringMatching(/^talk\.md:5:1.*Cannot draw the diagram/)]);
    const { page } = await openDeck(browser(), html);
    expect((await box(page, '.broken')).height).toBeGreaterThan(80);
    expect(await pageText(await pdf(), 1)).toContain('A --> --> B');
    await page.close();
  });

  test('of every kind of Mermaid are drawn in tokens only where they have colours at all', async () => {
    const kinds = {
      sequence: 'sequenceDiagram\n  A->>B: hello\n  Note over B: note',
      state: 'stateDiagram-v2\n  [*] --> Draft\n  Draft --> [*]',
      class: 'classDiagram\n  class Deck {\n    +Slide[] slides\n  }',
      er: 'erDiagram\n  A ||--o{ B : has',
      gantt: 'gantt\n  dateFormat YYYY-MM-DD\n  section S\n  T :a, 2026-01-01, 10d',
      pie: 'pie\n  "A" : 3\n  "B" : 1',
      mindmap: 'mindmap\n  root\n    a\n    b',
      git: 'gitGraph\n  commit\n  branch b\n  commit',
      timeline: 'timeline\n  2002 : A\n  2004 : B',
    };
    const deck = Object.entries(kinds).map(([name, source]) => `## ${name}\n\n\`\`\`mermaid\n${source}\n\`\`\`\n`);
    const { html, messages } = await make(deck.join('\n'), { to: ['html'], browser: await withEmptyCache() });
    expect(messages).toEqual([]);
    const text = await readFile(html, 'utf8');
    // Stand-ins for tokens are replaced, all of them.
    expect(text).not.toMatch(/#(?:010a0|fefaf|7a7a7|8b6a0|f3eaf)\d/);
    expect(text.match(/<figure class="media drawing diagram/g)).toHaveLength(Object.keys(kinds).length);
  });
});

describe('formulas', () => {
  test('look like formulas, and are read as MathML', async () => {
    const { html, pdf } = await make('## F\n\n$$\n\\mathbb{R} \\ni x^2\n$$\n');
    const { page, complaints } = await openDeck(browser(), html);
    expect(await evaluate(page, `document.querySelector('.present math').textContent`)).toContain('∋');
    expect(await evaluate(page, `document.querySelector('.present .katex-html').getAttribute('aria-hidden')`)).toBe(
      'true',
    );
    expect(
      await evaluate(page, `document.fonts.check('20px KaTeX_AMS') && document.fonts.check('italic 20px KaTeX_Math')`),
    ).toBe(true);
    expect((await readFile(html, 'utf8')).match(/@font-face\{font-display:block;font-family:KaTeX/g)).toHaveLength(3);
    const printed = await pdf();
    expect(await pageText(printed, 1)).toMatch(/R|ℝ/);
    const tags = JSON.stringify(await (await printed.getPage(1)).getStructTree());
    expect(tags).toContain(JSON.stringify('\\mathbb{R} \\ni x^2'));
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('read from left to right in every language, with the letters of formulas', async () => {
    for (const lang of ['ar', 'he', 'ja', 'ko', 'zh']) {
      const { html } = await make(
        `---\nlang: ${lang}\n---\n\n## A\n\n$a^2 = (x-1)$\n\n$$\n\\frac{a}{b} = (y-1)\n$$\n`,
        {
          to: ['html'],
        },
      );
      const { page } = await openDeck(browser(), html);
      const [order, slanted] = await evaluate<[string[], string[]]>(
        page,
        `(() => {
          const letters = [...document.querySelectorAll('.present .katex-html .mathnormal')];
          const places = letters.map((letter) => [letter.getBoundingClientRect().x, letter.textContent]);
          const [a, x] = places;
          return [[a, x].sort((one, other) => one[0] - other[0]).map((place) => place[1]), letters.map((letter) => getComputedStyle(letter).fontStyle)];
        })()`,
      );
      expect([lang, order]).toEqual([lang, ['a', 'x']]);
      expect(new Set(slanted)).toEqual(new Set(['italic']));
      await page.close();
    }
  });

  test('with numbers fit the slide, and the numbers go on', async () => {
    const align = '$$\n\\begin{align} a &= 1 \\\\ b &= 2 \\end{align}\n$$\n';
    const { html, messages } = await make(`## A\n\n${align}\n## B\n\n- ${align.replaceAll('\n', '\n  ')}\n\n${align}`, {
      to: ['html', 'pdf'],
    });
    expect(messages).toEqual([]);
    const { page } = await openDeck(browser(), html);
    const facts = await evaluate<[string[], string]>(
      page,
      `[[...document.querySelectorAll('.eqn-num')].map((number) => number.textContent),
        getComputedStyle(document.querySelector('.present .eqn-num'), '::before').content]`,
    );
    expect(facts).toEqual([['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'], 'none']);
    expect(await evaluate(page, `document.querySelector('.present').style.getPropertyValue('--deck-fit')`)).toBe('');
    await page.close();
  });

  test('cost a deck without them nothing', async () => {
    const { html } = await make('## F\n\nfrom $5 to $10\n', { to: ['html'] });
    expect(await readFile(html, 'utf8')).not.toMatch(/KaTeX_|\.katex-html/);
  });
});
