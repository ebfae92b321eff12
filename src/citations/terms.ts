/** Terms of CSL that differ between languages, in the order of the rows below; `.short` and `.verb` are forms. */
const NAMES = (
  'and;et-al;in;no date.short;accessed;retrieved;from;available at;cited;ibid;edition;' +
  'edition.short;editor;editor.short;editor.verb;translator;translator.short;translator.verb;page;' +
  'page.short;volume;volume.short;issue;issue.short;chapter;chapter.short;section;section.short;' +
  'part;part.short;figure;figure.short;table;table.short;equation;equation.short;paragraph;' +
  'paragraph.short;line;line.short;verse;verse.short;forthcoming;in press;circa.short;presented at'
).split(';');

// A bar stands between singular and plural.
// prettier-ignore
const ROWS: Readonly<Record<string, string>> = {
  en: 'and;et al.;in;n.d.;accessed;retrieved;from;available at;cited;ibid.;edition|editions;ed.|eds.;editor|editors;ed.|eds.;edited by;translator|translators;tran.|trans.;translated by;page|pages;p.|pp.;volume|volumes;vol.|vols.;issue|issues;no.|nos.;chapter|chapters;chap.|chaps.;section|sections;sec.|secs.;part|parts;pt.|pts.;figure|figures;fig.|figs.;table|tables;tbl.|tbls.;equation|equations;eq.|eqs.;paragraph|paragraphs;para.|paras.;line|lines;l.|ll.;verse|verses;v.|vv.;forthcoming;in press;c.;presented at the',
  de: 'und;u. a.;in;o. J.;zugegriffen;abgerufen;von;verfügbar unter;zitiert;ebd.;Auflage|Auflagen;Aufl.|Aufl.;Herausgeber|Herausgeber;Hrsg.|Hrsg.;herausgegeben von;Übersetzer|Übersetzer;Übers.|Übers.;übersetzt von;Seite|Seiten;S.|S.;Band|Bände;Bd.|Bde.;Nummer|Nummern;Nr.|Nr.;Kapitel|Kapitel;Kap.|Kap.;Abschnitt|Abschnitte;Abschn.|Abschn.;Teil|Teile;Teil|Teile;Abbildung|Abbildungen;Abb.|Abb.;Tabelle|Tabellen;Tab.|Tab.;Gleichung|Gleichungen;Gl.|Gl.;Absatz|Absätze;Abs.|Abs.;Zeile|Zeilen;Z.|Z.;Vers|Verse;V.|V.;im Erscheinen;im Druck;ca.;gehalten auf der',
  fr: 'et;et al.;dans;s. d.;consulté le;consulté le;sur;disponible sur;cité;ibid.;édition|éditions;éd.|éd.;éditeur|éditeurs;éd.|éd.;édité par;traducteur|traducteurs;trad.|trad.;traduit par;page|pages;p.|p.;volume|volumes;vol.|vol.;numéro|numéros;nᵒ|nᵒˢ;chapitre|chapitres;chap.|chap.;section|sections;sect.|sect.;partie|parties;part.|part.;figure|figures;fig.|fig.;tableau|tableaux;tabl.|tabl.;équation|équations;éq.|éq.;paragraphe|paragraphes;paragr.|paragr.;ligne|lignes;l.|l.;verset|versets;v.|v.;à paraître;sous presse;env.;présenté à',
  es: 'y;et al.;en;s. f.;accedido;recuperado;de;disponible en;citado;ibid.;edición|ediciones;ed.|eds.;editor|editores;ed.|eds.;editado por;traductor|traductores;trad.|trads.;traducido por;página|páginas;p.|pp.;volumen|volúmenes;vol.|vols.;número|números;n.º|n.ºˢ;capítulo|capítulos;cap.|caps.;sección|secciones;sec.|secs.;parte|partes;pt.|pts.;figura|figuras;fig.|figs.;tabla|tablas;tabla|tablas;ecuación|ecuaciones;ec.|ecs.;párrafo|párrafos;párr.|párrs.;línea|líneas;l.|ls.;verso|versos;v.|vv.;en preparación;en imprenta;c.;presentado en',
  it: 'e;et al.;in;s.d.;consultato;recuperato;da;disponibile su;citato;ibid.;edizione|edizioni;ed.|ed.;curatore|curatori;a c. di|a c. di;a cura di;traduttore|traduttori;trad.|trad.;tradotto da;pagina|pagine;p.|pp.;volume|volumi;vol.|vol.;numero|numeri;n.|nn.;capitolo|capitoli;cap.|capp.;sezione|sezioni;sez.|sez.;parte|parti;parte|parti;figura|figure;fig.|figg.;tabella|tabelle;tab.|tabb.;equazione|equazioni;eq.|eqq.;paragrafo|paragrafi;par.|parr.;riga|righe;r.|rr.;verso|versi;v.|vv.;in uscita;in corso di stampa;ca.;presentato a',
  pt: 'e;et al.;em;s.d.;acessado;recuperado;de;disponível em;citado;ibid.;edição|edições;ed.|ed.;editor|editores;org.|orgs.;editado por;tradutor|tradutores;trad.|trads.;traduzido por;página|páginas;p.|pp.;volume|volumes;vol.|vols.;número|números;n.º|n.ºˢ;capítulo|capítulos;cap.|caps.;seção|seções;seç.|seçs.;parte|partes;pt.|pts.;figura|figuras;fig.|figs.;tabela|tabelas;tab.|tabs.;equação|equações;eq.|eqs.;parágrafo|parágrafos;par.|pars.;linha|linhas;l.|ls.;verso|versos;v.|vv.;a publicar;no prelo;c.;apresentado em',
  nl: 'en;e.a.;in;z.d.;geraadpleegd;geraadpleegd;van;beschikbaar op;geciteerd;ibid.;editie|edities;ed.|eds.;redacteur|redacteuren;red.|red.;bewerkt door;vertaler|vertalers;vert.|vert.;vertaald door;pagina|pagina’s;p.|pp.;deel|delen;dl.|dln.;nummer|nummers;nr.|nrs.;hoofdstuk|hoofdstukken;hfdst.|hfdst.;paragraaf|paragrafen;par.|par.;deel|delen;dl.|dln.;figuur|figuren;fig.|fig.;tabel|tabellen;tab.|tab.;vergelijking|vergelijkingen;vgl.|vgl.;alinea|alinea’s;al.|al.;regel|regels;r.|rr.;vers|verzen;v.|vv.;te verschijnen;in druk;ca.;gepresenteerd op',
  sv: 'och;m.fl.;i;u.å.;åtkomstdatum;hämtad;från;tillgänglig på;citerad;ibid.;upplaga|upplagor;uppl.|uppl.;redaktör|redaktörer;red.|red.;redigerad av;översättare|översättare;övers.|övers.;översatt av;sida|sidor;s.|s.;volym|volymer;vol.|vol.;nummer|nummer;nr|nr;kapitel|kapitel;kap.|kap.;avsnitt|avsnitt;avs.|avs.;del|delar;del|delar;figur|figurer;fig.|fig.;tabell|tabeller;tab.|tab.;ekvation|ekvationer;ekv.|ekv.;stycke|stycken;st.|st.;rad|rader;r.|r.;vers|verser;v.|v.;kommande;i tryck;ca;presenterad vid',
  da: 'og;m.fl.;i;u.å.;set;hentet;fra;tilgængelig på;citeret;ibid.;udgave|udgaver;udg.|udg.;redaktør|redaktører;red.|red.;redigeret af;oversætter|oversættere;overs.|overs.;oversat af;side|sider;s.|s.;bind|bind;bd.|bd.;nummer|numre;nr.|nr.;kapitel|kapitler;kap.|kap.;afsnit|afsnit;afs.|afs.;del|dele;del|dele;figur|figurer;fig.|fig.;tabel|tabeller;tab.|tab.;ligning|ligninger;lign.|lign.;stykke|stykker;stk.|stk.;linje|linjer;l.|l.;vers|vers;v.|v.;under udgivelse;i trykken;ca.;præsenteret ved',
  nb: 'og;mfl.;i;u.å.;åpnet;hentet;fra;tilgjengelig på;sitert;ibid.;utgave|utgaver;utg.|utg.;redaktør|redaktører;red.|red.;redigert av;oversetter|oversettere;overs.|overs.;oversatt av;side|sider;s.|s.;bind|bind;bd.|bd.;nummer|numre;nr.|nr.;kapittel|kapitler;kap.|kap.;avsnitt|avsnitt;avs.|avs.;del|deler;del|deler;figur|figurer;fig.|fig.;tabell|tabeller;tab.|tab.;ligning|ligninger;lign.|lign.;avsnitt|avsnitt;avs.|avs.;linje|linjer;l.|l.;vers|vers;v.|v.;under utgivelse;i trykk;ca.;presentert på',
  fi: 'ja;ym.;teoksessa;s.a.;viitattu;noudettu;osoitteesta;saatavilla;viitattu;mt.;painos|painokset;p.|p.;toimittaja|toimittajat;toim.|toim.;toimittanut;kääntäjä|kääntäjät;käänt.|käänt.;kääntänyt;sivu|sivut;s.|ss.;nide|niteet;vol.|vol.;numero|numerot;nro|nrot;luku|luvut;luku|luvut;osio|osiot;osio|osiot;osa|osat;osa|osat;kuva|kuvat;kuva|kuvat;taulukko|taulukot;taul.|taul.;yhtälö|yhtälöt;yht.|yht.;kappale|kappaleet;kpl|kpl;rivi|rivit;r.|r.;säe|säkeet;säe|säkeet;tulossa;painossa;n.;esitetty tilaisuudessa',
  pl: 'i;i in.;w;b.d.;dostęp;pobrano;z;dostępne na;cytowane;ibid.;wydanie|wydania;wyd.|wyd.;redaktor|redaktorzy;red.|red.;pod redakcją;tłumacz|tłumacze;tłum.|tłum.;przetłumaczone przez;strona|strony;s.|s.;tom|tomy;t.|t.;numer|numery;nr|nr;rozdział|rozdziały;rozdz.|rozdz.;sekcja|sekcje;sek.|sek.;część|części;cz.|cz.;rycina|ryciny;ryc.|ryc.;tabela|tabele;tab.|tab.;równanie|równania;równ.|równ.;akapit|akapity;akap.|akap.;wers|wersy;w.|w.;wers|wersy;w.|w.;w przygotowaniu;w druku;ok.;zaprezentowano na',
  cs: 'a;et al.;in;b.r.;viděno;získáno;z;dostupné z;citováno;tamtéž;vydání|vydání;vyd.|vyd.;editor|editoři;ed.|ed.;editoval;překladatel|překladatelé;přel.|přel.;přeložil;strana|strany;s.|s.;ročník|ročníky;roč.|roč.;číslo|čísla;č.|č.;kapitola|kapitoly;kap.|kap.;sekce|sekce;sek.|sek.;část|části;č.|č.;obrázek|obrázky;obr.|obr.;tabulka|tabulky;tab.|tab.;rovnice|rovnice;rov.|rov.;odstavec|odstavce;odst.|odst.;řádek|řádky;ř.|ř.;verš|verše;v.|v.;připravuje se;v tisku;asi;prezentováno v',
  ru: 'и;и др.;в;б. д.;дата обращения;получено;из;доступно на;цитируется по;там же;издание|издания;изд.|изд.;редактор|редакторы;ред.|ред.;под редакцией;переводчик|переводчики;пер.|пер.;перевод;страница|страницы;с.|с.;том|тома;т.|т.;выпуск|выпуски;вып.|вып.;глава|главы;гл.|гл.;раздел|разделы;разд.|разд.;часть|части;ч.|ч.;рисунок|рисунки;рис.|рис.;таблица|таблицы;табл.|табл.;уравнение|уравнения;ур.|ур.;абзац|абзацы;абз.|абз.;строка|строки;стр.|стр.;стих|стихи;ст.|ст.;готовится к изданию;в печати;ок.;представлено на',
  tr: 've;vd.;içinde;t.y.;erişim;tarihinde;adresinden;erişim adresi;alıntı;a.g.e.;baskı|baskı;bs.|bs.;editör|editörler;ed.|ed.;editör;çeviren|çevirenler;çev.|çev.;çeviren;sayfa|sayfalar;s.|ss.;cilt|ciltler;c.|c.;sayı|sayılar;sy|sy;bölüm|bölümler;böl.|böl.;kısım|kısımlar;kıs.|kıs.;kısım|kısımlar;kıs.|kıs.;şekil|şekiller;şek.|şek.;tablo|tablolar;tbl.|tbl.;denklem|denklemler;denk.|denk.;paragraf|paragraflar;para.|para.;satır|satırlar;st.|st.;dize|dizeler;d.|d.;yakında;baskıda;yak.;sunulduğu yer',
  ja: 'と;ほか;;日付なし;閲覧;取得;から;入手先;引用;同上;版|版;版|版;編集者|編集者;編|編;編集;翻訳者|翻訳者;訳|訳;翻訳;ページ|ページ;p.|pp.;巻|巻;巻|巻;号|号;号|号;章|章;章|章;節|節;節|節;部|部;部|部;図|図;図|図;表|表;表|表;式|式;式|式;段落|段落;段落|段落;行|行;行|行;節|節;節|節;近刊;印刷中;頃;発表',
  zh: '和;等;载于;不详;见于;取读于;从;取自;引见于;同上;版本|版本;本|本;编辑|编辑;编|编;编;译者|译者;译|译;译;页|页;页|页;卷|卷;卷|卷;期|期;期|期;章|章;章|章;节|节;节|节;部分|部分;部分|部分;图|图;图|图;表|表;表|表;公式|公式;公式|公式;段落|段落;段|段;行|行;行|行;诗句|诗句;句|句;即将出版;出版中;约;发表于',
  ko: '와;기타;;날짜 없음;접근됨;검색됨;에서;다음에서 얻음;인용;위의 책;판|판;판|판;편집자|편집자;편|편;편집자;번역자|번역자;옮김|옮김;번역자;페이지|페이지;p|pp;권|권;권|권;호|호;호|호;장|장;장|장;절|절;절|절;부|부;부|부;그림|그림;그림|그림;표|표;표|표;식|식;식|식;단락|단락;단락|단락;행|행;행|행;절|절;절|절;근간;인쇄 중;약;발표',
};

/** Terms that are the same everywhere, or that few styles use: English stands for all languages. */
// prettier-ignore
const COMMON = 'and.symbol=&;page-range-delimiter=–;no date=no date;circa=circa;anonymous=anonymous;anonymous.short=anon.;at=at;by=by;film=film;internet=internet;interview=interview;letter=letter;online=online;reference=reference|references;reference.short=ref.|refs.;scale=scale;version=version;version.short=v.;article-locator=article|articles;article-locator.short=art.|arts.;appendix=appendix|appendices;appendix.short=app.|apps.;book=book|books;book.short=bk.|bks.;column=column|columns;column.short=col.|cols.;folio=folio|folios;folio.short=fol.|fols.;note=note|notes;note.short=n.|nn.;opus=opus|opera;opus.short=op.|opp.;sub-verbo=sub verbo|sub verbis;sub-verbo.short=s.v.|s.vv.;sub verbo=sub verbo|sub verbis;sub verbo.short=s.v.|s.vv.;timestamp=timestamp|timestamps;scene=scene|scenes;act=act|acts;rule=rule|rules;canon=canon|canons;supplement=supplement|supplements;supplement.short=suppl.|suppls.;number=number|numbers;number.short=no.|nos.;number-of-pages=page|pages;number-of-pages.short=p.|pp.;number-of-volumes=volume|volumes;number-of-volumes.short=vol.|vols.;page-first=page|pages;page-first.short=p.|pp.;collection-number=number|numbers;collection-number.short=no.|nos.;chapter-number=chapter|chapters;chapter-number.short=chap.|chaps.;part-number=part|parts;part-number.short=pt.|pts.;editortranslator=editor and translator|editors and translators;editortranslator.short=ed. and tran.|eds. and trans.;editor-translator=editor and translator|editors and translators;editor-translator.short=ed. and tran.|eds. and trans.;director=director|directors;director.short=dir.|dirs.;collection-editor=series editor|series editors;collection-editor.short=ser. ed.|ser. eds.;container-author.verb=by;interviewer.verb=interview by;original-work-published=original work published;review-of=review of;preprint=preprint;software=computer software;dataset=data set;video=video;ad=AD;bc=BC;season-01=Spring;season-02=Summer;season-03=Autumn;season-04=Winter';

/** A term in both numbers. */
export interface Term {
  single: string;
  multiple: string;
}

const known = new Map<string, ReadonlyMap<string, Term>>();

/** Returns the terms of a language, by name and form as in `page.short`; English stands for what it does not have. */
export function termsOf(lang: string): ReadonlyMap<string, Term> {
  const base = languageOf(lang);
  const found = known.get(base) ?? readTerms(base);
  known.set(base, found);
  return found;
}

/** Returns the language of a tag among those that have terms, else English. */
export function languageOf(lang: string): string {
  const base = (lang.split('-', 1)[0] ?? '').toLowerCase();
  if (base === 'no' || base === 'nn') return 'nb';
  return Object.hasOwn(ROWS, base) ? base : 'en';
}

function readTerms(base: string): Map<string, Term> {
  const terms = new Map<string, Term>();
  for (const pair of COMMON.split(';')) {
    const [name = '', text = ''] = pair.split('=');
    terms.set(name, readTerm(text));
  }
  for (const [index, text] of (ROWS[base] ?? '').split(';').entries()) terms.set(NAMES[index] ?? '', readTerm(text));
  for (const form of ['page', 'page.short']) {
    const term = terms.get(form);
    if (term) for (const like of ['number-of-pages', 'page-first']) terms.set(form.replace('page', like), term);
  }
  return terms;
}

function readTerm(text: string): Term {
  const [single = '', multiple = single] = text.split('|');
  return { single, multiple };
}
