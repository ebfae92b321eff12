import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileText } from '../support/compile.ts';

const PIECES =
  '<div,<a,<b>,</b>,</div,</div>,<!--,-->,<!,<?,?>,>,<,</,",\',=,/,x,\n,\n\n,\n> ,\n- ,`,&,&amp,<svg,<svg>,</svg>,<style>,</style>,</sty,<script>,</script>,<textarea>,</textarea>,<title>,<plaintext>,<table>,<td>,<template>,<math>,<![CDATA[,]]>,**,class=",data-own-0, ,a,[l](u),<select>,<option>,<iframe>,<noscript>,<p>,<pre>\n,<body>,<html>,<form>,<input,<img,<!DOCTYPE,$x$,\0,```\n,::pause\n\n,:::steps\n,:::\n'.split(
    ',',
  );

test('no mix of tags that are open, closed or cut off stops a deck from being compiled', async () => {
  const html = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(html, fc.constantFrom('safe', 'trusted'), async (text, policy) => {
      const { deck } = await compileText(`---\nhtml: ${policy}\n---\n## A\n\n${text}`);
      expect(deck.slides.length).toBeGreaterThan(0);
    }),
    { numRuns: 1500 },
  );
});

test.each([
  '<form><body>?><form>```\n<?<select><svg><!DOCTYPE<style></scr<form>><script><?::pause\n\n::pause\n\n<html></textarea>',
  "<body><math></script><style><script>>'/<pre>\n<svg::pause\n\n</svg>`",
])('HTML on which the parser fails is shown as text, with a message', async (text) => {
  const { messages } = await compileText(`---\nhtml: trusted\n---\n## A\n\n${text}`);
  expect(messages.join('\n')).toContain('cannot be read and is shown as text');
});
