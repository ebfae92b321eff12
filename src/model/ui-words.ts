export const CALLOUTS = ['note', 'tip', 'important', 'warning', 'caution'] as const;
type CalloutKind = (typeof CALLOUTS)[number];

/** Words that Lectern itself puts on slides or reads out, by language. */
export interface UiWords extends Record<CalloutKind, string> {
  footnotes: string;
  cover: string;
  /** Name of the region that holds the slides. */
  slides: string;
  agenda: string;
  video: string;
  audio: string;
  /** A page of the web. */
  page: string;
  diagram: string;
  chart: string;
  /** Comes before the highlighted part of a chart. */
  highlighted: string;
  /** Label of the speaker notes. */
  notes: string;
  /** With `{page}` and `{pages}` in it. */
  pageOf: string;
  /** Before the name of where figures are from. */
  source: string;
  /** How many answered a poll. */
  answers: string;
}

type Row = [
  footnotes: string,
  cover: string,
  slides: string,
  agenda: string,
  video: string,
  audio: string,
  page: string,
  diagram: string,
  chart: string,
  highlighted: string,
  notes: string,
  pageOf: string,
  source: string,
  answers: string,
  note: string,
  tip: string,
  important: string,
  warning: string,
  caution: string,
];

// prettier-ignore
const WORDS: Record<string, Row> = {
  en: ['Footnotes', 'cover', 'Slides', 'Agenda', 'Video', 'Audio', 'Web page', 'Diagram', 'Chart', 'highlighted', 'Speaker notes', 'Page {page} of {pages}', 'Source', 'Answers: {number}', 'Note', 'Tip', 'Important', 'Warning', 'Caution'],
  de: ['Fußnoten', 'titel', 'Folien', 'Agenda', 'Video', 'Ton', 'Webseite', 'Diagramm', 'Schaubild', 'hervorgehoben', 'Notizen', 'Seite {page} von {pages}', 'Quelle', 'Antworten: {number}', 'Hinweis', 'Tipp', 'Wichtig', 'Warnung', 'Vorsicht'],
  fr: ['Notes de bas de page', 'couverture', 'Diapositives', 'Plan', 'Vidéo', 'Audio', 'Page web', 'Schéma', 'Graphique', 'en évidence', 'Notes', 'Page {page} sur {pages}', 'Source', 'Réponses : {number}', 'Remarque', 'Astuce', 'Important', 'Attention', 'Prudence'],
  es: ['Notas al pie', 'portada', 'Diapositivas', 'Agenda', 'Vídeo', 'Audio', 'Página web', 'Diagrama', 'Gráfico', 'destacado', 'Notas', 'Página {page} de {pages}', 'Fuente', 'Respuestas: {number}', 'Nota', 'Consejo', 'Importante', 'Advertencia', 'Precaución'],
  pt: ['Notas de rodapé', 'capa', 'Slides', 'Agenda', 'Vídeo', 'Áudio', 'Página web', 'Diagrama', 'Gráfico', 'em destaque', 'Notas', 'Página {page} de {pages}', 'Fonte', 'Respostas: {number}', 'Nota', 'Dica', 'Importante', 'Aviso', 'Cuidado'],
  it: ['Note a piè di pagina', 'copertina', 'Diapositive', 'Programma', 'Video', 'Audio', 'Pagina web', 'Diagramma', 'Grafico', 'in evidenza', 'Note', 'Pagina {page} di {pages}', 'Fonte', 'Risposte: {number}', 'Nota', 'Suggerimento', 'Importante', 'Avviso', 'Attenzione'],
  nl: ['Voetnoten', 'titel', 'Dia’s', 'Agenda', 'Video', 'Audio', 'Webpagina', 'Diagram', 'Grafiek', 'uitgelicht', 'Notities', 'Pagina {page} van {pages}', 'Bron', 'Antwoorden: {number}', 'Opmerking', 'Tip', 'Belangrijk', 'Waarschuwing', 'Voorzichtig'],
  pl: ['Przypisy', 'okładka', 'Slajdy', 'Plan', 'Wideo', 'Dźwięk', 'Strona internetowa', 'Diagram', 'Wykres', 'wyróżnione', 'Notatki', 'Strona {page} z {pages}', 'Źródło', 'Odpowiedzi: {number}', 'Uwaga', 'Wskazówka', 'Ważne', 'Ostrzeżenie', 'Ostrożnie'],
  ja: ['脚注', '表紙', 'スライド', 'アジェンダ', '動画', '音声', 'ウェブページ', '図', 'グラフ', '強調', 'ノート', '{page} / {pages} ページ', '出典', '回答数：{number}', '注記', 'ヒント', '重要', '警告', '注意'],
  zh: ['脚注', '封面', '幻灯片', '议程', '视频', '音频', '网页', '图示', '图表', '重点', '备注', '第 {page} 页，共 {pages} 页', '来源', '回答：{number}', '说明', '提示', '重要', '警告', '注意'],
  'zh-hant': ['註腳', '封面', '投影片', '議程', '影片', '音訊', '網頁', '圖示', '圖表', '重點', '備忘稿', '第 {page} 頁，共 {pages} 頁', '來源', '回答：{number}', '說明', '提示', '重要', '警告', '注意'],
  ar: ['الحواشي', 'الغلاف', 'الشرائح', 'جدول الأعمال', 'فيديو', 'صوت', 'صفحة ويب', 'رسم توضيحي', 'رسم بياني', 'مميز', 'ملاحظات', 'صفحة {page} من {pages}', 'المصدر', 'الإجابات: {number}', 'ملاحظة', 'نصيحة', 'مهم', 'تحذير', 'تنبيه'],
  he: ['הערות שוליים', 'שער', 'שקופיות', 'סדר היום', 'וידאו', 'שמע', 'דף אינטרנט', 'תרשים', 'גרף', 'מודגש', 'הערות', 'עמוד {page} מתוך {pages}', 'מקור', 'תשובות: {number}', 'הערה', 'טיפ', 'חשוב', 'אזהרה', 'זהירות'],
};

/** Returns the words of a language, or English where there are none. */
export function uiWords(lang: string): UiWords {
  const traditional = /^zh-(?:hant|tw|hk|mo)\b/i.test(lang);
  const base = traditional ? 'zh-hant' : (lang.split('-', 1)[0]?.toLowerCase() ?? 'en');
  const [
    footnotes,
    cover,
    slides,
    agenda,
    video,
    audio,
    page,
    diagram,
    chart,
    highlighted,
    notes,
    pageOf,
    source,
    answers,
    ...callouts
  ] = (Object.hasOwn(WORDS, base) ? WORDS[base] : undefined) ?? (WORDS['en'] as Row);
  const [note, tip, important, warning, caution] = callouts;
  return {
    footnotes,
    cover,
    slides,
    agenda,
    video,
    audio,
    page,
    diagram,
    chart,
    highlighted,
    notes,
    pageOf,
    source,
    answers,
    note,
    tip,
    important,
    warning,
    caution,
  };
}
