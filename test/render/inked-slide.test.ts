import { expect, test } from 'vitest';
import { inkedSlide } from '../../src/render/inked-slide.ts';
import { compileText } from '../support/compile.ts';

const DECK = `## Plain {tone=dark}

## Painted {background=navy}

## Pictured {background=images/hills.svg tone=dark scrim=none}
`;

test('what saves ink makes slides light, but not words on a picture that were written in light letters', async () => {
  const { deck } = await compileText(DECK);
  const saved = deck.slides.map((slide) => inkedSlide(slide, deck, { ink: 'save' }));
  expect(saved.map(({ settings }) => settings.tone)).toEqual(['light', 'light', 'dark']);
});
