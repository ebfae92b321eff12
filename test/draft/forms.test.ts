import { describe, expect, test } from 'vitest';
import { compileText } from '../support/compile.ts';
import { articleWords, draftOf, notesWords, shownWords } from '../support/drafts.ts';

/** Drafts Markdown in a language; returns the deck without its notes. */
async function slidesOf(markdown: string, lang = 'en'): Promise<string> {
  const draft = await draftOf(new TextEncoder().encode(markdown), 'article.md', { lang });
  const { deck, messages } = await compileText(draft.deck);
  expect(messages).toEqual([]);
  expect(notesWords(deck.slides)).toEqual(articleWords(draft.source));
  for (const slide of deck.slides) expect(shownWords(slide).length).toBeLessThanOrEqual(36);
  return draft.deck.replaceAll(/:::notes\n[\s\S]*?\n:::/g, '');
}

/** An article with some sentences in its section. */
function about(sentences: string): string {
  return `# Docks\n\n## The harbour\n\n${sentences}\n`;
}

describe('lists that are announced by their number', () => {
  test.each([
    [
      'Pools fail in three ways: they hide slow queries, they stall everybody, and they make every timeout lie.',
      'They hide slow queries\n- They stall everybody\n- They make every timeout lie',
    ],
    [
      'Guests learn three things: that there is no key, that the gate is heavy, and that paper ends.',
      'There is no key\n- The gate is heavy\n- Paper ends',
    ],
    ['The crew had two choices: build a wall, or move the tower.', 'Build a wall\n- Move the tower'],
  ])('%s', async (text, items) => {
    expect(await slidesOf(about(`${text} Nobody saw it coming.`))).toContain(`- ${items}\n`);
  });

  test.each([
    'The crew of three met: the wind rose, and the rain fell, and the gate broke, and the tide came.',
    'One rule holds: nobody shouts, and nobody runs.',
  ])('where the number is another one, it is not a list: %s', async (text) => {
    expect(await slidesOf(about(text))).not.toMatch(/- The wind rose\n|- Nobody shouts\n/);
  });
});

describe('questions as titles', () => {
  const faq = (answer: string): string =>
    `# Compost\n\n## What may I bring?\n\n${answer}\n\n## Who runs this?\n\nThe city lends us the ground.\n`;

  test('a list without a verb becomes cards', async () => {
    const deck = await slidesOf(
      faq('Coffee grounds, tea bags without staples, egg shells and cut flowers. Bread is fine.'),
    );
    expect(deck).toContain(
      '## What may I bring?\n\n:::cards\n- **Coffee grounds**\n- **Tea bags without staples**\n- **Egg shells**\n- **Cut flowers**',
    );
  });

  test('a short answer is shown first', async () => {
    const deck = await slidesOf(faq('Hardly anything. A heap that smells is a heap that lacks air.'));
    expect(deck).toContain('- Hardly anything\n- A heap that smells is a heap that lacks air');
  });

  test('a list with a verb is not taken apart', async () => {
    expect(await slidesOf(faq('Fishermen sell nets, ropes and buoys to you.'))).not.toContain(
      '- **Fishermen sell nets**',
    );
  });
});

test('a term below a title stays one with its meaning', async () => {
  expect(await slidesOf(about('A tide gauge is a device that records the height of the water.'))).toContain(
    '- **Tide gauge** a device that records the height of the water',
  );
});

describe('figures', () => {
  test('have a label that says what they count, and the title above them', async () => {
    const deck = await slidesOf(
      about('Keeping the light running costs 48,000 kroner a year. The roof alone swallowed 212,000 kroner in 2019.'),
    );
    expect(deck).toContain(
      '## The harbour\n\n:::kpis\n- **48,000 kroner a year** Keeping the light running costs\n- **212,000 kroner** The roof alone swallowed',
    );
  });

  test.each([
    'Of the 420 parents we asked, 350 want to keep the street. In May, 18 percent more children come by bicycle.',
    'A pump costs between £9,000 and £14,000 before the grant. The grant is £7,500.',
  ])('numbers whose words go on are none: %s', async (text) => {
    expect(await slidesOf(about(text))).not.toContain(':::kpis');
  });
});

describe('timelines', () => {
  test('show what happened up to the year, and each year once', async () => {
    const deck = await slidesOf(
      about(
        'The tower was built in 1854 from granite that was cut on the spot. In 1899 the lamp was replaced by a gas burner. Electricity came in 1936.',
      ),
    );
    expect(deck).toContain(
      ':::timeline\n- 1854: The tower was built\n- 1899: The lamp was replaced by a gas burner\n- 1936: Electricity came\n:::',
    );
  });

  test('sentences that begin with a year are sentences', async () => {
    const deck = await slidesOf(
      about('Der Hafen wurde 1969 geschlossen. 1992 wurde die Brücke gebaut. 2023 begann der Bau der Pumpe.'),
      'de',
    );
    expect(deck).toContain('- 1992: wurde die Brücke gebaut\n- 2023: begann der Bau der Pumpe');
  });

  test('a page or a quantity behind a dot is none', async () => {
    expect(await slidesOf(about('Das steht auf Seite 12. Der Preis betrug 1990 Mark.'), 'de')).not.toContain(
      ':::timeline',
    );
  });
});

describe('steps and comparisons of other languages', () => {
  test.each([
    [
      'de',
      'Zuerst soll eine Pumpe gebaut werden. Dann wird zwei Jahre gemessen. Schließlich entscheidet der Rat.',
      '1. **Zuerst** soll eine Pumpe gebaut werden\n2. **Dann** wird zwei Jahre gemessen\n3. **Schließlich** entscheidet der Rat',
    ],
    [
      'fr',
      "D'abord, il faut ouvrir le sol sur un mètre de large. Ensuite, on plante trois arbustes par mètre. Enfin, on couvre le tout de paille.",
      '1. Il faut ouvrir le sol sur un mètre de large\n2. On plante trois arbustes par mètre\n3. On couvre le tout de paille',
    ],
    [
      'es',
      'Primero, se reserva la herramienta en la página web. Después, se recoge en el local. Finalmente, se devuelve limpia.',
      '1. Se reserva la herramienta en la página web\n2. Se recoge en el local\n3. Se devuelve limpia',
    ],
    [
      'ja',
      'まず、開店時間を昼の二時に早めました。次に、近所の農家の野菜を売り始めました。最後に、脱衣所に小さな図書室を作りました。',
      '1. 開店時間を昼の二時に早めました\n2. 近所の農家の野菜を売り始めました\n3. 脱衣所に小さな図書室を作りました',
    ],
  ])('%s: steps', async (lang, text, items) => {
    expect(await slidesOf(about(text), lang)).toContain(`:::process\n${items}\n:::`);
  });

  test('what goes on behind a German word for a time begins as it does in the sentence', async () => {
    expect(
      await slidesOf(about('Früher liefen Arbeiter mit Besen die Strecke ab. Heute fahren dort nachts Züge.'), 'de'),
    ).toContain('### Früher\n\nliefen Arbeiter mit Besen die Strecke ab\n\n### Heute\n\nfahren dort nachts Züge');
  });
});

test('a stage is not parted between “has” and “to”', async () => {
  const deck = await slidesOf(
    about('First, the roof needs tiles. Then, the pump runs dry. Finally, somebody has to learn how to trim the lens.'),
  );
  expect(deck).toContain('3. **Somebody has to learn** how to trim the lens');
});

describe('quotations', () => {
  test('a Japanese one ends where its bracket closes', async () => {
    const deck = await slidesOf(
      about('「儲かるとは言えません。しかし、続けられると思います」と山田さんは笑います。町の人は毎日来ます。'),
      'ja',
    );
    expect(deck).toContain('> 儲かるとは言えません。しかし、続けられると思います\n>\n> — 山田さん');
  });

  test('names keep their small words', async () => {
    const deck = await slidesOf(
      about('« Mon père touchait une prime pour les arracher », raconte Yann Le Goff, éleveur.'),
      'fr',
    );
    expect(deck).toContain('> — Yann Le Goff\n');
  });

  test('a paragraph with a name below it is one', async () => {
    const deck = await slidesOf(
      about(
        'A queue is a place where latency goes to hide. Nobody looks there.\n\n— @brook, ["Queues"](https://example.org/queues)\n\nShips wait in the bay.',
      ),
    );
    expect(deck).toContain('> A queue is a place where latency goes to hide\n>\n> — @brook');
  });
});

test.each([
  ['de', 'Das Netz ist alt. Es gehört der Stadt. Die Pumpe ist neu. Diese Pumpe ist die größte im Norden.', 'Diese'],
  ['fr', 'Les haies retiennent le vent. Elles sont rares. La liste est longue. Cette liste grandit.', 'Cette'],
  ['es', 'El local es pequeño. La idea nació en un garaje. Esta idea tiene socios. Esto parece evidente.', 'Est[ao]'],
])('no item begins with a word that points at another sentence (%s)', async (lang, text, word) => {
  expect(await slidesOf(about(text), lang)).not.toMatch(new RegExp(`^- ${word}`, 'm'));
});

describe('lists of the article', () => {
  test('items that would be alone on their slide are named together with the others', async () => {
    const deck = await slidesOf(
      about(
        '- **Radiators.** Larger ones give the same heat at a much lower temperature.\n- **Flow temperature.** Every degree less saves about two and a half percent.\n- **Patience.** Owners who left the controls alone used much less heat.',
      ),
    );
    expect(deck).toContain('- **Radiators**\n- **Flow temperature**\n- **Patience**');
  });

  test('an item is not cut to what is before its comma', async () => {
    const deck = await slidesOf(
      about('1. After two to two and a half hours, your syrup should be nearly done.\n2. Add sugar.\n3. Stir.'),
    );
    expect(deck).not.toMatch(/hours$/m);
  });
});

test('an enumeration ends before the next clause, and is none where each item has a verb of its own', async () => {
  const deck = await slidesOf(
    about(
      'As a girl she learned cooking, cleaning and the piano, and she passed the test. Shops complain about noise, commuters about detours, and walkers about dust.',
    ),
  );
  expect(deck).not.toMatch(/\*\*She\*\*|- \*\*Noise\*\*/);
});
