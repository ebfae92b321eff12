/** Boxes that lectures are made of. */
export const THEOREM_KINDS = [
  'theorem',
  'lemma',
  'proposition',
  'corollary',
  'definition',
  'axiom',
  'conjecture',
  'example',
  'exercise',
  'solution',
  'remark',
  'proof',
] as const;
export type TheoremKind = (typeof THEOREM_KINDS)[number];

/** Everything that has a number of its own in a deck. */
export type NumberedKind = TheoremKind | 'figure' | 'table' | 'algorithm' | 'equation';

/** Words before numbers, by kind, and the signs around them. */
export interface LectureWords extends Record<NumberedKind, string> {
  /** Between a number and its caption. */
  colon: string;
  /** Text after the word that begins a proof. */
  stop: string;
  /** Around the name of a box. */
  brackets: readonly [open: string, close: string];
}

type Row = [
  theorem: string,
  lemma: string,
  proposition: string,
  corollary: string,
  definition: string,
  axiom: string,
  conjecture: string,
  example: string,
  exercise: string,
  solution: string,
  remark: string,
  proof: string,
  figure: string,
  table: string,
  algorithm: string,
  equation: string,
];

// prettier-ignore
const WORDS: Record<string, Row> = {
  en: ['Theorem', 'Lemma', 'Proposition', 'Corollary', 'Definition', 'Axiom', 'Conjecture', 'Example', 'Exercise', 'Solution', 'Remark', 'Proof', 'Figure', 'Table', 'Algorithm', 'Equation'],
  de: ['Satz', 'Lemma', 'Proposition', 'Korollar', 'Definition', 'Axiom', 'Vermutung', 'Beispiel', 'Aufgabe', 'Lösung', 'Bemerkung', 'Beweis', 'Abbildung', 'Tabelle', 'Algorithmus', 'Gleichung'],
  fr: ['Théorème', 'Lemme', 'Proposition', 'Corollaire', 'Définition', 'Axiome', 'Conjecture', 'Exemple', 'Exercice', 'Solution', 'Remarque', 'Démonstration', 'Figure', 'Tableau', 'Algorithme', 'Équation'],
  es: ['Teorema', 'Lema', 'Proposición', 'Corolario', 'Definición', 'Axioma', 'Conjetura', 'Ejemplo', 'Ejercicio', 'Solución', 'Observación', 'Demostración', 'Figura', 'Tabla', 'Algoritmo', 'Ecuación'],
  pt: ['Teorema', 'Lema', 'Proposição', 'Corolário', 'Definição', 'Axioma', 'Conjectura', 'Exemplo', 'Exercício', 'Solução', 'Observação', 'Demonstração', 'Figura', 'Tabela', 'Algoritmo', 'Equação'],
  it: ['Teorema', 'Lemma', 'Proposizione', 'Corollario', 'Definizione', 'Assioma', 'Congettura', 'Esempio', 'Esercizio', 'Soluzione', 'Osservazione', 'Dimostrazione', 'Figura', 'Tabella', 'Algoritmo', 'Equazione'],
  nl: ['Stelling', 'Lemma', 'Propositie', 'Gevolg', 'Definitie', 'Axioma', 'Vermoeden', 'Voorbeeld', 'Opgave', 'Oplossing', 'Opmerking', 'Bewijs', 'Figuur', 'Tabel', 'Algoritme', 'Vergelijking'],
  pl: ['Twierdzenie', 'Lemat', 'Stwierdzenie', 'Wniosek', 'Definicja', 'Aksjomat', 'Hipoteza', 'Przykład', 'Ćwiczenie', 'Rozwiązanie', 'Uwaga', 'Dowód', 'Rysunek', 'Tabela', 'Algorytm', 'Równanie'],
  ja: ['定理', '補題', '命題', '系', '定義', '公理', '予想', '例', '演習', '解答', '注意', '証明', '図', '表', 'アルゴリズム', '式'],
  zh: ['定理', '引理', '命题', '推论', '定义', '公理', '猜想', '例', '练习', '解', '注', '证明', '图', '表', '算法', '式'],
  'zh-hant': ['定理', '引理', '命題', '推論', '定義', '公理', '猜想', '例', '練習', '解', '註', '證明', '圖', '表', '演算法', '式'],
  ar: ['مبرهنة', 'توطئة', 'قضية', 'نتيجة', 'تعريف', 'مسلمة', 'حدسية', 'مثال', 'تمرين', 'حل', 'ملاحظة', 'برهان', 'شكل', 'جدول', 'خوارزمية', 'معادلة'],
  he: ['משפט', 'למה', 'טענה', 'מסקנה', 'הגדרה', 'אקסיומה', 'השערה', 'דוגמה', 'תרגיל', 'פתרון', 'הערה', 'הוכחה', 'איור', 'טבלה', 'אלגוריתם', 'משוואה'],
};

/** Returns the words of a language, or English where there are none. */
export function lectureWords(lang: string): LectureWords {
  const base = languageOf(lang);
  const words = (Object.hasOwn(WORDS, base) ? WORDS[base] : undefined) ?? (WORDS['en'] as Row);
  const [figure, table, algorithm, equation] = words.slice(THEOREM_KINDS.length) as [string, string, string, string];
  const boxes = Object.fromEntries(THEOREM_KINDS.map((kind, index) => [kind, words[index] ?? kind]));
  const wide = /^(?:ja|zh)/.test(base);
  return {
    ...(boxes as Record<TheoremKind, string>),
    figure,
    table,
    algorithm,
    equation,
    colon: wide ? '：' : base === 'fr' ? '\u00a0: ' : ': ',
    stop: wide ? '' : '.',
    brackets: wide ? ['（', '）'] : ['(', ')'],
  };
}

/** The key of a language in tables of words: its base language, or traditional Chinese. */
function languageOf(lang: string): string {
  return /^zh-(?:hant|tw|hk|mo)\b/i.test(lang) ? 'zh-hant' : (lang.split('-', 1)[0]?.toLowerCase() ?? 'en');
}
