import type { Sentence } from './words.ts';

/** Lines that sites put around their articles: where it is filed, whom to send it to, what else to read, and who wrote it. */
const FURNITURE =
  /^(?:(?:filed under|posted (?:in|on|by)|tags?|tagged|categor(?:y|ies)|topics|share|read more|read next|related(?: posts| articles)?|about the authors?|follow us|kategorien?|schlagw(?:ort|orte|örter)|themen|teilen|mehr zum thema|über (?:den|die) (?:autor|autorin|autoren)|weiterlesen|catégories?|étiquettes?|mots-clés|partager|à lire aussi|lire la suite|à propos de l[’']aut(?:eur|rice)|categorías?|etiquetas?|archivado en|compartir|seguir leyendo|leer más|sobre (?:el autor|la autora)|カテゴリー?|タグ|シェア|関連記事|著者について)\s*[:：]|(?:share this(?: post| article)?|partager (?:cet|l[’'])\s?article|diesen (?:artikel|beitrag) teilen|compartir (?:este )?art[ií]culo|subscribe to (?:our|my|the) newsletter|この記事をシェア)(?![\p{L}\p{N}]))/iu;

/** Lines of authors: whom they thank, where the text was before, and notes at the foot of the page. */
const REMARK =
  /^(?:(?:many )?thanks (?:also )?to [^.]{1,160} for (?:reading|reviewing|proofreading|commenting|their (?:feedback|comments|help))|(?:an? |eine? )?(?:earlier|previous|shorter|longer|frühere) (?:version|fassung) (?:of this|dieses)|(?:this|dieser|cet|este) (?:article|post|essay|story|artikel|beitrag|artículo) (?:was |is |wurde |ist |a été |est |fue |es )?(?:originally|first|zuerst|ursprünglich|publié d[’']abord|originalmente)|originally published|[⁰¹²³⁴-⁹†‡]+\s*\p{L})/iu;

/** “— Ada Holm, in a letter”: who said what is before it. A dialogue has a sentence behind its dash. */
const SIGNATURE = /^[—–―]\s*(?:@|\p{Lu}|[\u3040-\u9fff])[^.!?。]{1,100}(?:\S|\.[\w/-]+\S*)$/u;

export function isSignature({ text }: Pick<Sentence, 'text'>): boolean {
  return SIGNATURE.test(text.trim());
}

/** Tells whether words are what a site adds to an article: they are said where they are, and never shown. */
export function isFurniture({ text, isAside = false }: Pick<Sentence, 'text' | 'isAside'>): boolean {
  return isAside || isSignature({ text }) || FURNITURE.test(text.trimStart()) || REMARK.test(text.trimStart());
}
