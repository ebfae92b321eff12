import { phrases, words, type Language } from './language.ts';

export const french: Language = {
  code: 'fr',
  stopwords:
    words(`ai ainsi alors après au aucun aussi autre autres aux avait avant avec avez avoir avons beaucoup bien car ce cela celle celui ces cet cette ceux
    chaque chez comme comment dans de déjà depuis des deux donc dont du elle elles en encore entre est et étaient était être eu fait font
    il ils je jusque la là le les leur leurs lors lui ma mais me même mêmes mes moins mon ne ni non nos notre nous on ont ou où par parce
    pas peu peut peuvent plus plusieurs pour pourquoi quand que quel quelle quelles qui sa sans se sera ses si son sont sous sur ta tandis te
    tes toi ton tous tout toute toutes très trop tu un une vers voici voilà vos votre vous y à ça été`),
  abbreviations: words(
    'm mm mme mlle dr pr st ste etc cf p pp ex env av bd vol fig no n janv févr avr juil sept oct nov déc',
  ),
  coordinators: words('et ou ni'),
  connectives:
    phrases(`mais, et, donc, alors, cependant, toutefois, pourtant, en effet, de plus, en outre, par exemple, par ailleurs, enfin, ainsi, en fait, bref,
    en somme, en revanche, au contraire, bien sûr, néanmoins, d'abord, ensuite, puis`),
  examples: phrases('par exemple, notamment'),
  past: phrases(
    'autrefois, jadis, pendant des décennies, pendant longtemps, longtemps, à l’origine, auparavant, avant',
  ),
  present: phrases("aujourd’hui, aujourd'hui, désormais, maintenant, de nos jours, depuis"),
  adversatives: phrases('mais, cependant, toutefois, pourtant, en revanche, au contraire, néanmoins'),
  concessives: phrases('bien que, alors que, tandis que, quoique, même si'),
  steps: {
    first: phrases("d’abord, d'abord, tout d’abord, premièrement, pour commencer"),
    next: phrases('ensuite, puis, après, deuxièmement, troisièmement'),
    last: phrases('enfin, finalement, pour finir'),
  },
  conclusions: phrases(
    'conclusion, en conclusion, résumé, bilan, en résumé, pour conclure, perspectives, en somme, bref',
  ),
  additions: phrases(`afin de, afin d', afin que, pour que, pour qu', parce que, parce qu', puisque, tandis que,
    alors que, grâce à, grâce au, grâce aux, en raison de, à cause de, de sorte que, si bien que, même si, y compris, notamment,
    en particulier, ce qui, ce que`),
  settings: phrases('grâce, en plus, outre, idéalement, heureusement, malheureusement'),
  infinitives: { before: 'pour', ending: /(?:er|ir|re)$/, participle: /(?:ées?|és?)$/ },
  complements: words("que qu'il qu'elle qu'ils comment pourquoi où si quoi combien quel quelle quels quelles"),
  relatives: words('qui que dont où lequel laquelle lesquels lesquelles car puisque parce alors tandis'),
  limits:
    words(`si sauf hormis excepté sinon mais seulement uniquement ne n que tant selon d'après peut-être probablement sans doute lorsque quand dès avant après jusque jusqu'à
    jusqu'au moins plus presque guère jamais pas point aucun aucune condition pourvu malgré quoique bien`),
  pronouns: words(
    'il elle ils elles ce cela ceci celui celle ceux celles ça cet cette ces son sa ses leur leurs on y en',
  ),
  speech: words(
    'dit déclare déclarait explique expliquait affirme affirmait écrit écrivait selon ajoute raconte souligne rappelle',
  ),
  determiners: words(
    'le la les un une des du de ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos chaque plusieurs quelques',
  ),
  prepositions: words(
    'de à en dans sur sous pour par avec sans chez vers entre depuis pendant contre selon comme dès jusque au aux du des',
  ),
  verbs:
    words(`est sont était étaient a ont avait avaient sera seront fait font peut peuvent doit doivent va vont reste restent permet permettent
    devient deviennent montre montrent`),
};
