import { expect, test } from 'vitest';
import { announcesParts } from '../../src/model/agenda-words.ts';

test.each([
  ['en', 'Today · Outline · What we’ll cover · What this talk covers · In this talk · Talk outline · Agenda for today'],
  ['de', 'Gliederung · Inhalt des Vortrags · In dieser Vorlesung · Was Sie heute erwartet · Worum es heute geht'],
  ['fr', 'Sommaire · Plan de l’exposé · Au programme aujourd’hui · Dans cette présentation · Ce que nous allons voir'],
  ['es', 'Contenido · En esta charla · Temas de hoy · Qué vamos a ver hoy'],
  ['it', 'Sommario · In questa lezione · Argomenti di oggi · Di cosa parleremo'],
  ['pt', 'Sumário · Nesta apresentação · Tópicos da aula · O que vamos ver hoje'],
  ['nl', 'Overzicht · Overzicht van deze presentatie · In dit college · Wat we vandaag bespreken · Onderwerpen'],
  ['pl', 'Spis treści · W tej prezentacji · O czym dziś opowiem'],
  ['ja', '目次 · 本日の流れ · 今日の内容'],
  ['zh', '目录 · 今天的内容 · 主要内容 · 內容大綱'],
  ['ar', 'المحتويات · في هذا العرض · محاور العرض'],
  ['he', 'סדר היום · במצגת זו · על מה נדבר היום'],
])('titles of %s announce what comes', (_, titles) => {
  expect(titles.split(' · ').filter((title) => !announcesParts(title))).toEqual([]);
});

test.each([
  'The course',
  'Our plan',
  'Roadmap',
  'In this village',
  'Structure of DNA',
  'What we learned',
  'Today we lost',
])('“%s” is about something else', (title) => {
  expect(announcesParts(title)).toBe(false);
});

test('long titles take no longer than their length', () => {
  expect(announcesParts(`what we’ll ${'cover '.repeat(20_000)}`)).toBe(false);
});
