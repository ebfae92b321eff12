import type { Sentence } from './words.ts';

/** Lines that sites put around their articles: where it is filed, whom to send it to, what else to read, and who wrote it. */
const FURNITURE =
  /^(?:(?:filed under|posted (?:in|on|by)|tags?|tagged|categor(?:y|ies)|topics|share|read more|read next|related(?: posts| articles)?|about the authors?|follow us|kategorien?|schlagw(?:ort|orte|örter)|themen|teilen|mehr zum thema|über (?:den|die) (?:autor|autorin|autoren)|weiterlesen|catégories?|étiquettes?|mots-clés|partager|à lire aussi|lire la suite|à propos de l[’']aut(?:eur|rice)|categorías?|etiquetas?|archivado en|compartir|seguir leyendo|leer más|sobre (?:el autor|la autora)|カテゴリー?|タグ|シェア|関連記事|著者について)\s*[:：]|(?:share this(?: post| article)?|partager (?:cet|l[’'])\s?article|diesen (?:artikel|beitrag) teilen|compartir (?:este )?art[ií]culo|subscribe to (?:our|my|the) newsletter|この記事をシェア)(?![\p{L}\p{N}]))/iu;

/** Tells whether words are what a site adds to an article: they are said where they are, and never shown. */
export function isFurniture({ text }: Pick<Sentence, 'text'>): boolean {
  return FURNITURE.test(text.trimStart());
}
