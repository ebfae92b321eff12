import { phrases, words, type Language } from './language.ts';

export const german: Language = {
  code: 'de',
  stopwords:
    words(`aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bereits bin bis da dabei damit dann
    das dass dazu dem den denen denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem
    einen einer eines er es etwas für gegen gibt habe haben hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in
    ins ist ja jede jeder jedes jetzt kann kein keine können könnte man manche mehr mein mit muss müssen nach nicht nichts noch nun nur ob oder
    ohne schon sehr sein seine seinem seinen seiner seit selbst sich sie sind so sogar soll sollen sondern sonst über um und uns
    unser unter viel viele vom von vor wann war waren warum was weil weiter welche wenn wer werden wie wieder will wir wird wo wurde wurden zu zum zur
    zwischen`),
  abbreviations:
    words(`z.b z b d.h u.a usw bzw ca dr prof hr fr str nr abs bd vgl evtl ggf inkl max min mio mrd s st o.ä i.d.r jan feb aug sept okt
    nov dez jh geb gest sog u`),
  coordinators: words('und oder sowie'),
  connectives:
    phrases(`aber, und, doch, also, außerdem, zudem, jedoch, dennoch, trotzdem, allerdings, schließlich, zum beispiel, beispielsweise,
    kurz gesagt, im gegenteil, stattdessen, natürlich, freilich`),
  examples: phrases('zum beispiel, beispielsweise, etwa, z. b.'),
  past: phrases(
    'früher, jahrzehntelang, jahrelang, lange zeit, lange, einst, damals, bisher, bis vor kurzem, ursprünglich, zuvor',
  ),
  present: phrases('heute, jetzt, inzwischen, heutzutage, mittlerweile, seither, nun, seitdem'),
  adversatives: phrases('aber, doch, jedoch, dagegen, hingegen, stattdessen, allerdings, trotzdem, dennoch'),
  concessives: phrases('während, obwohl, obgleich, auch wenn, zwar'),
  steps: {
    first: phrases('zuerst, zunächst, als erstes, erstens'),
    next: phrases('dann, danach, anschließend, als nächstes, darauf, zweitens, drittens'),
    last: phrases('schließlich, zuletzt, zum schluss, am ende'),
  },
  conclusions: phrases(
    'fazit, zusammenfassung, ausblick, schluss, schlussfolgerung, schlussfolgerungen, am ende, kurz gesagt, was bleibt',
  ),
  additions: [],
  settings: [],
  infinitives: undefined,
  complements: words('dass ob was wie wer wen wem woher wohin warum weshalb wieso worauf woran'),
  relatives: words(
    'der die das dem den deren dessen denen welche welcher welches weil da während wodurch womit sodass',
  ),
  limits:
    words(`wenn falls sofern solange sobald soweit sooft ehe bevor nachdem bis seit außer ausgenommen nur erst bloß lediglich höchstens mindestens ohne aber
    jedoch doch sondern laut zufolge angaben ansicht vielleicht vermutlich wohl angeblich möglicherweise voraussichtlich kaum fast nicht kein keine keinen keiner keinem
    nie niemals weder obwohl wobei statt anstatt anders sonst sei allerdings freilich`),
  pronouns: words(
    'er sie es dies diese dieser dieses jene jener ihre ihr ihren seine sein seinen dadurch damit dabei das dort davon darum',
  ),
  speech: words(
    'sagt sagte erklärt erklärte schreibt schrieb meint meinte berichtet berichtete betont betonte so fügte fragt fragte',
  ),
  determiners:
    words(`der die das den dem des ein eine einen einem einer eines kein keine keinen diese dieser dieses diesen diesem jede jeder jedes
    alle viele manche einige ihre ihr ihren ihrem ihrer seine sein seinen seinem seiner unsere unser mehrere`),
  prepositions:
    words(`in im ins an am auf aus bei beim mit nach von vom zu zum zur für über unter vor hinter zwischen durch gegen ohne um
    seit bis während wegen trotz als wie pro per`),
  verbs:
    words(`ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte konnten muss müssen musste soll sollen sollte will
    wollen darf dürfen mag gibt gab geht ging kommt kam macht machen steht stehen liegt liegen bleibt bleiben zeigt zeigen`),
};
