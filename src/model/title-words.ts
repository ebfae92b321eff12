/** Beginnings of titles with which talks end: thanks in many languages. */
const THANKS =
  /^(?:(?:thank you|thanks|many thanks|(?:vielen |herzlichen |besten )?dank|danke|merci|(?:muchas )?gracias|grazie|(?:muito )?obrigad[oa]s?|bedankt|dziękuj[ęe]m?y?|děkuj[iu]|děkujeme|tack|takk?|(?:mange|tusen) takk?|kiitos|спасибо|дякую|дякуємо|hvala|شكرا|شكراً|תודה)(?!\p{L})|kiitä|благодар|teşekkür|ευχαριστ|köszön|mulțumes|ďakuj|ありがとう|ご清聴|谢谢|謝謝|感谢|感謝|감사)/u;

/** Whole titles of a last slide that leaves the word to others. */
const CLOSING = new Set(
  [
    'questions,any questions,questions and answers,questions & answers,q&a,q & a,contact,contact us,get in touch,' +
      'keep in touch,let’s talk,let’s keep in touch,stay in touch,the end,end,goodbye,bye,see you,over to you,discussion',
    'fragen,noch fragen,fragen und antworten,diskussion,kontakt,ende,auf wiedersehen,bis bald',
    'des questions,vos questions,questions et réponses,contactez-nous,fin,au revoir,à vous',
    'preguntas,preguntas y respuestas,contacto,hasta pronto',
    'domande,contatti,fine,arrivederci',
    'perguntas,dúvidas,contato,contacto,fim,até logo',
    'vragen,einde,tot ziens',
    'pytania,koniec,otázky,dotazy,konec,frågor,spørgsmål,spørsmål,kysymyksiä,kysymykset,kysyttävää',
    'вопросы,контакты,конец,питання,контакти,кінець,sorular,sorular?,iletişim,son,ερωτήσεις,kérdések,întrebări,pitanja',
    'أسئلة,שאלות,質問,质问,提问,问题,질문,qna',
  ].flatMap((words) => words.split(',')),
);

/** Tells whether a title ends a talk: it thanks, or asks for questions. */
export function saysGoodbye(title: string): boolean {
  const plain = plainTitle(title);
  return THANKS.test(plain) || CLOSING.has(plain);
}

/** Whole titles of a slide that needs nothing else: what happens then is not on a slide. */
const ALONE = new Set(
  [
    'demo,live demo,demonstration,break,coffee break,lunch,lunch break,exercise,exercises,hands-on,hands on,quiz,intermission',
    'pause,kaffeepause,mittagspause,vorführung,übung,übungen,démo,démonstration,exercice,exercices,déjeuner,pause café',
    'demostración,descanso,pausa,pausa café,ejercicio,ejercicios,dimostrazione,esercizio,esercizi,intervallo,pausa caffè',
    'demonstração,intervalo,café,almoço,exercício,exercícios,pauze,koffiepauze,oefening,demonstratie,przerwa,pokaz',
    'ćwiczenie,přestávka,ukázka,cvičení,paus,fikapaus,övning,демо,перерыв,упражнение,перерва,mola,alıştırma,デモ,休憩,演习,演示,休息,데모,휴식',
  ].flatMap((words) => words.split(',')),
);

/** Tells whether a title says all of its slide: a break, a demo, a call for questions. */
export function saysAll(title: string): boolean {
  return saysGoodbye(title) || ALONE.has(plainTitle(title));
}

/** Titles of a slide that lists what a talk is based on. */
const SOURCES = new Set(
  [
    'references,bibliography,sources,literature,works cited,further reading,read more,reading list,selected references',
    'literatur,literaturverzeichnis,quellen,quellenverzeichnis,referenzen,bibliografie,weiterführende literatur',
    'références,bibliographie,sources et références,pour en savoir plus,referencias,bibliografía,fuentes,lecturas',
    'riferimenti,bibliografia,fonti,letture,referências,fontes,leituras,bronnen,literatuur,referenties',
    'źródła,literatura,zdroje,použitá literatura,referenser,källor,litteratur,referencer,kilder,referanser,lähteet',
    'литература,источники,список литературы,література,джерела,kaynaklar,kaynakça,مراجع,المراجع,מקורות',
    '参考文献,参考资料,參考文獻,引用文献,출처,참고문헌',
  ].flatMap((words) => words.split(',')),
);

/** Tells whether a title announces what a talk is based on. */
export function namesSources(title: string): boolean {
  return SOURCES.has(plainTitle(title));
}

/** Returns a title in small letters, without signs around it. */
export function plainTitle(title: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll("'", '’')
    .replace(/^[\s¿¡]+/, '');
  let end = plain.length;
  while (end > 0 && ENDS.test(plain.charAt(end - 1))) end -= 1;
  return plain.slice(0, end);
}

/** A character that ends a title and is not a part of it. */
const ENDS = /[\s!?.…:;؟！？。]/;
