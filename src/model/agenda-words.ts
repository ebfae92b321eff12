import { plainTitle } from './title-words.ts';

/** Whole titles of a slide that lists what comes. */
const AGENDA = new Set(
  [
    'agenda,our agenda,today,today’s agenda,outline,contents,table of contents,overview,topics,programme,program,plan',
    'heute,überblick,übersicht,inhalt,inhalte,gliederung,themen,programm,ablauf,fahrplan',
    'sommaire,au programme,aujourd’hui,ordre du jour,table des matières,contenido,contenidos,índice,hoy,orden del día',
    'temas,esquema,temario,tópicos,roteiro,argomenti,scaletta,au menu,onderwerpen,opbouw,zagadnienia,aufbau',
    'indice,sommario,oggi,programma,ordine del giorno,conteúdo,sumário,hoje,inhoud,vandaag,overzicht',
    'plan prezentacji,spis treści,dzisiaj,obsah,přehled,dnes,innehåll,dagordning,idag,dagsorden,indhold,innhold,i dag',
    'sisältö,asialista,содержание,план,сегодня,зміст,сьогодні,içindekiler,gündem,bugün',
    'جدول الأعمال,المحتويات,اليوم,סדר היום,תוכן עניינים,目次,本日の内容,アジェンダ,目录,目錄,议程,議程,목차,오늘',
  ].flatMap((words) => words.split(',')),
);

/** Words for such a list, which others can explain. */
const LISTS = new Set(
  (
    'agenda outline overview contents content topics topic structure plan programme program schedule menu ' +
    'überblick übersicht inhalt inhalte gliederung themen programm ablauf fahrplan aufbau ' +
    'sommaire programme plan contenu contenus sujets thèmes ordre jour menu ' +
    'contenido contenidos índice temas esquema resumen orden día indice sommario programma argomenti scaletta ordine giorno ' +
    'conteúdo conteúdos sumário temas tópicos roteiro inhoud overzicht onderwerpen programma opbouw indeling ' +
    'plan agenda spis treści tematy zagadnienia محاور محتويات جدول أعمال موضوعات נושאים תוכן סדר'
  ).split(' '),
);

/** Words for a talk, and for the day of one. */
const TALKS = new Set(
  (
    'talk lecture session presentation class lesson workshop webinar course module seminar meeting tutorial today today’s ' +
    'vortrag vortrags vorlesung präsentation sitzung stunde kurs kurses seminar seminars workshop workshops heute heutige heutigen ' +
    'exposé présentation cours séance atelier réunion aujourd’hui ' +
    'charla presentación clase sesión curso taller reunión hoy presentazione lezione sessione corso incontro oggi ' +
    'apresentação aula sessão palestra encontro hoje presentatie voordracht college les sessie cursus bijeenkomst vandaag lezing ' +
    'prezentacji wykładu zajęć spotkania prezentacja wykład dziś dzisiaj dzisiejszej dzisiejszego prezentacji wykładzie ' +
    'العرض المحاضرة الجلسة اليوم ההרצאה המצגת השיעור היום בהרצאה במצגת בשיעור'
  ).split(' '),
);

/** Words that point to this talk. */
const POINTERS = new Set(
  (
    'in this today’s dans ce cet cette en esta este questa questo nesta neste nessa deze dit w tej tym na tym ' +
    'dieser diesem diesen dieses heutigen في هذا هذه זו הזו הזאת בהרצאה במצגת בשיעור'
  ).split(' '),
);

/** Words between the others. */
const SMALL = new Set(
  (
    'the of for our my your a on der des die das den dem von vom zur zum für unser unsere im in ' +
    'le la les l’ du de d’ à au pour notre el los del de para nuestra nuestro il lo i gli di della dell’ delle per ' +
    'o os as da do das dos van voor het onze ons op dla na z'
  ).split(' '),
);

/** Sentences that say what a talk is about. */
const SENTENCES: readonly RegExp[] = [
  /^(?:what|topics) (?:(?:we|i|you)(?:’ll| will|’re going to|’m going to| are going to| am going to)? |this (?:talk|lecture|session|presentation) )(?:cover|covers|discuss|discusses|look at|talk about|go through|see|hear)(?: today| in this (?:talk|lecture|session|presentation|lesson|course))?$/,
  /^(?:what’s|what is) (?:in|on) (?:this talk|this lecture|this session|the agenda|today)$/,
  /^(?:was|das) (?:sie|euch|dich|uns) (?:heute )?erwartet$|^das erwartet (?:sie|euch|uns)(?: heute)?$|^worum (?:es|geht es) (?:heute )?(?:geht)?$|^was wir (?:heute )?(?:behandeln|besprechen|anschauen|machen)$/,
  /^ce (?:que|dont) nous (?:allons )?(?:voir|verrons|aborder|aborderons|parler|parlerons)(?: aujourd’hui)?$|^de quoi (?:allons-nous|nous allons) parler$/,
  /^(?:qué|lo que|de qué) (?:vamos a (?:ver|hablar|tratar)|veremos|hablaremos)(?: hoy)?$/,
  /^(?:di )?(?:che )?cosa (?:vedremo|parleremo|tratteremo)(?: oggi)?$/,
  /^(?:o|do) que (?:vamos (?:ver|falar|abordar|tratar)|veremos|falaremos|abordaremos)(?: hoje)?$/,
  /^wat (?:we|gaan we) (?:vandaag )?(?:gaan )?(?:behandelen|bespreken|bekijken|doen)$|^waar (?:we het|gaat het) (?:vandaag )?over(?: (?:gaan )?hebben)?$/,
  /^(?:o czym|co) (?:dziś |dzisiaj )?(?:będziemy mówić|porozmawiamy|opowiem|powiemy|omówimy)(?: dziś| dzisiaj)?$/,
  /^ما (?:سنتناوله|سنغطيه|سنتحدث عنه)(?: اليوم)?$|^(?:על )?מה (?:נדבר|נראה|נלמד)(?: היום)?$/,
  /^(?:本日|今日|今回|本講義|この講義)の(?:内容|流れ|話|お話|アジェンダ|予定|テーマ)$|^もくじ$/,
  /^(?:今天|今日|本次|本讲|本講|本课|本課|主要)(?:的)?(?:演讲|演講|课程|課程)?(?:内容|內容|议程|議程|安排)$|^(?:内容|內容|课程|課程)?(?:大纲|大綱|提纲|提綱|概览|概覽|提要)$/,
];

/** Letters of such a title. */
const LONGEST = 60;

/** Tells whether a title announces what comes: “Outline”, “Plan of the lecture”, “In this talk”, “What we’ll cover”. */
export function announcesParts(title: string): boolean {
  const plain = plainTitle(title);
  if (AGENDA.has(plain)) return true;
  if (plain.length > LONGEST) return false;
  if (SENTENCES.some((sentence) => sentence.test(plain))) return true;
  const words = plain.replaceAll(/(?<=^|\s)([dl]’)(?=\p{L})/gu, '$1 ').split(/\s+/);
  if (!words.every((word) => [LISTS, TALKS, POINTERS, SMALL].some((known) => known.has(word)))) return false;
  const [first = ''] = words;
  return words.some((word) => TALKS.has(word)) && (words.some((word) => LISTS.has(word)) || POINTERS.has(first));
}
