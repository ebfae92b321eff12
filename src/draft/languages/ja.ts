import { phrases, words, type Language } from './language.ts';

/** Words of Japanese have no blanks between them: markers are looked for where a sentence begins. */
export const japanese: Language = {
  code: 'ja',
  stopwords: words(
    'の に は を た が で て と し れ さ ある いる も する から な こと として い や れる など なっ ない この ため その あっ よう また もの という あり まで られ なる へ か だ これ によって により おり より による ず なり られる において ば なかっ なく しかし について せ だっ その後 できる それ',
  ),
  abbreviations: words(''),
  coordinators: words('と や および または'),
  connectives: phrases(
    `しかし、, そして、, また、, さらに、, たとえば、, 例えば、, つまり、, だから、, まず、, 次に、, 最後に、, そのため、, 一方、, なお、, ただし、,
    しかも、, ところが、, ですから、, したがって、, すると、, その結果、, このように、, 実は、, 実際、, もちろん、, ちなみに、, とはいえ、`,
  ),
  examples: phrases('たとえば, 例えば'),
  past: phrases('かつて, 以前, 昔'),
  present: phrases('今, 現在, 今日'),
  adversatives: phrases('しかし, だが, 一方'),
  concessives: [],
  steps: { first: phrases('まず, はじめに, 最初に'), next: phrases('次に, それから, 続いて'), last: phrases('最後に') },
  conclusions: phrases('結論, まとめ, おわりに, 終わりに, 最後に'),
  additions: [],
  settings: [],
  infinitives: undefined,
  complements: words(''),
  relatives: words(''),
  limits: words('だけ しか のみ ほど まで 以外 ただし かもしれない'),
  pronouns: words('これ それ あれ この その あの ここ そこ 彼 彼女'),
  speech: words('言う 述べる'),
  determiners: words(''),
  prepositions: words(''),
  verbs: words(''),
};
