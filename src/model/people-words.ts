/** Words of titles above images of people. Languages that write words together have them at any place of a word. */
const WORDS = new Set(
  [
    'team,teams,people,who,speaker,speakers,board,crew,staff,author,authors,us,member,members,committee,founder,founders',
    'faces,colleague,colleagues,volunteer,volunteers,leadership,panel,panelists,organizers,organisers,trainers,hosts,me',
    'menschen,leute,wir,vorstand,köpfe,gesichter,mitglieder,wer,referenten,referentinnen,autoren,autorinnen,gründer,uns',
    'équipe,gens,qui,nous,auteurs,membres,fondateurs,intervenants,bureau,equipo,quiénes,nosotros,personas,gente,ponentes',
    'squadra,persone,chi,noi,autori,relatori,equipe,pessoas,quem,nós,autores,mensen,wie,bestuur,sprekers,zespół,ludzie',
    'tým,lidé,teamet,människor,folk,tiimi,ihmiset,команда,люди,авторы,автори,ekip,ekibimiz,فريق,الفريق,צוות,הצוות',
  ].flatMap((words) => words.split(',')),
);
const JOINED = /team|vorstand|leute|チーム|メンバー|团队|團隊|成员|팀|사람/u;

/** Tells whether a title announces people. */
export function namesPeople(title: string): boolean {
  const plain = title.toLowerCase();
  return JOINED.test(plain) || plain.split(/[^\p{L}]+/u).some((word) => WORDS.has(word));
}
