import { phrases, words, type Language } from './language.ts';

export const spanish: Language = {
  code: 'es',
  stopwords:
    words(`a al algo algunas algunos ante antes aquel aquella así aun aunque bajo bien cada casi como con contra cual cuando cuanto de del desde donde
    dos durante e el ella ellas ellos en entre era eran es esa ese eso esta está están estaba este esto estos fue fueron ha había hace hacer hacia han
    hasta hay la las le les lo los más me mi mientras mismo mucho muchos muy nada ni no nos nosotros nuestra nuestro o otra otras otro otros para pero
    poco por porque pues que qué quien se sea según ser si sí sido siempre sin sobre solo son su sus también tan tanto te tiene tienen toda todas todo
    todos tras tu un una uno unos y ya yo`),
  abbreviations: words(
    'sr sra srta dr dra d dña ud uds etc p pp ej núm tel av avda art cap fig vol ee.uu ene feb mar abr jun jul ago sept oct nov dic',
  ),
  coordinators: words('y e o u ni'),
  connectives:
    phrases(`pero, y, así que, entonces, sin embargo, no obstante, además, por ejemplo, por tanto, por lo tanto, en efecto, de hecho, en cambio, por otra parte,
    finalmente, en resumen, en fin, ahora bien, al contrario, por supuesto, primero, luego, después`),
  examples: phrases('por ejemplo'),
  past: phrases('antes, antiguamente, durante décadas, durante años, durante mucho tiempo, en el pasado, al principio'),
  present: phrases('hoy, ahora, actualmente, hoy en día, en la actualidad, desde entonces'),
  adversatives: phrases('pero, sin embargo, no obstante, en cambio, al contrario'),
  concessives: phrases('aunque, mientras que, si bien, a pesar de que'),
  steps: {
    first: phrases('primero, en primer lugar, para empezar'),
    next: phrases('luego, después, a continuación, en segundo lugar, en tercer lugar'),
    last: phrases('finalmente, por último, al final'),
  },
  conclusions: phrases(
    'conclusión, conclusiones, en conclusión, resumen, en resumen, para terminar, perspectivas, balance',
  ),
  additions: phrases(`para que, con el fin de, a fin de, porque, ya que, puesto que, dado que, mientras que,
    gracias a, debido a, a causa de, de modo que, incluso si, en particular, sobre todo, lo que, lo cual`),
  settings: phrases('además de, gracias a, de esta manera, de este modo, a continuación'),
  infinitives: { before: 'para', ending: /[aei]r(?:se|lo|la|los|las|le|les)?$/, participle: /[ai]d[oa]s?$/ },
  complements: words('que cómo qué si dónde cuándo cuánto quién cuál'),
  relatives: words('que quien quienes cuyo cuya donde porque pues ya lo'),
  limits:
    words(`si salvo excepto menos sino pero solo sólo solamente únicamente siempre según quizá quizás tal probablemente cuando mientras hasta sin no nunca jamás apenas
    casi ningún ninguna aunque más antes después condición`),
  pronouns: words('él ella ellos ellas esto eso ello este esta estos estas ese esa esos esas su sus lo la los les se'),
  speech: words(
    'dijo dice afirma afirmó explica explicó escribe escribió según añade añadió cuenta contó señala señaló recuerda',
  ),
  determiners: words(
    'el la los las un una unos unas este esta estos estas ese esa su sus cada varios varias muchos muchas nuestro nuestra',
  ),
  prepositions: words(
    'de del a al en con por para sin sobre entre desde hasta hacia según contra durante como tras bajo ante',
  ),
  verbs:
    words(`es son era eran fue fueron está están estaba ha han había hay tiene tienen puede pueden debe deben hace hacen va van permite permiten
    sigue siguen muestra muestran`),
};
