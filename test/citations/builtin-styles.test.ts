import { describe, expect, test } from 'vitest';
import { builtinStyle, BUILTIN_STYLES } from '../../src/citations/builtin-styles.ts';
import { readStyle } from '../../src/citations/csl-style.ts';
import { cite, ENTRIES, shown } from './support.ts';

const CITATIONS = [
  [cite('article', { prefix: 'see', locator: '895' }), cite('book', { locator: '2', label: 'chapter' })],
  [cite('second'), cite('book')],
  { cites: [cite('chapter', { locator: '33-35' })], narrative: true },
  [cite('paper', { withoutAuthor: true })],
  [cite('page'), cite('paper'), cite('chapter'), cite('article')],
];

test.each(BUILTIN_STYLES)('%s is a style of CSL', (name) => {
  const style = readStyle(builtinStyle(name) ?? '');
  expect(style).not.toHaveProperty('problem');
});

/** What the manuals of the styles show for such entries. */
const EXPECTED: Record<string, { citations: string[]; entries: string[] }> = {
  apa: {
    citations: [
      '(see Einstein, 1905, p. 895; Knuth, 1984b, chap. 2)',
      '(Knuth, 1984a, 1984b)',
      'van der Berg and Smith (2001, pp. 33–35)',
      '(2017)',
      '(van der Berg & Smith, 2001; Einstein, 1905; *Reveal*, n.d.; Vaswani et al., 2017)',
    ],
    entries: [
      'van der Berg, J., & Smith, J.-L. (2001). A chapter in “a book.” In A. Editor (Ed.), *The book of things* (pp. 12–18). ACM.',
      'Einstein, A. (1905). On moving bodies. *Annalen der Physik*, *17*(10), 891–921. https://doi.org/10.1002/andp.1',
      'Knuth, D. E. (1984a). *Literate Programming*. CSLI.',
      'Knuth, D. E. (1984b). *The TeXbook* (2nd ed.). Addison-Wesley.',
      '*Reveal* (n.d.). https://revealjs.com',
      'Vaswani, A. B., Shazeer, A. B., Parmar, A. B., & Uszkoreit, A. B. (2017). Attention is all you need. In *Advances in NeurIPS* (pp. 5998–6008).',
    ],
  },
  'chicago-author-date': {
    citations: [
      '(see Einstein 1905, 895; Knuth 1984b, chap. 2)',
      '(Knuth 1984a, 1984b)',
      'van der Berg and Smith (2001, 33–35)',
      '(2017)',
      '(*Reveal* n.d.; Vaswani et al. 2017; van der Berg and Smith 2001; Einstein 1905)',
    ],
    entries: [
      'Berg, Jan van der, and Jean-Luc Smith. 2001. “A chapter in ‘a book.’” In *The book of things*, edited by Ann Editor, 12–18. ACM.',
      'Einstein, Albert. 1905. “On moving bodies.” *Annalen der Physik* 17 (10): 891–921. https://doi.org/10.1002/andp.1.',
      'Knuth, Donald E. 1984a. *Literate Programming*. CSLI.',
      '———. 1984b. *The TeXbook*. 2nd ed. Reading, MA: Addison-Wesley.',
      '*Reveal*. n.d. Accessed February 3, 2026. https://revealjs.com.',
      'Vaswani, Ann B., Ann B. Shazeer, Ann B. Parmar, and Ann B. Uszkoreit. 2017. “Attention is all you need.” In *Advances in NeurIPS*, 5998–6008.',
    ],
  },
  'chicago-notes': {
    citations: [
      'see Albert Einstein, “On moving bodies,” *Annalen der Physik* 17, no. 10 (1905): 895, https://doi.org/10.1002/andp.1; Donald E. Knuth, *The TeXbook* (2nd ed., Reading, MA: Addison-Wesley, 1984), chap. 2.',
      'Donald E. Knuth, *Literate Programming* (CSLI, 1984); Knuth, *The TeXbook*.',
      'van der Berg and Smith “A chapter in ‘a book,’” in *The book of things*, edited by Ann Editor (ACM, 2001), 33–35.',
      '“Attention is all you need,” in *Advances in NeurIPS* (2017).',
      '*Reveal*, https://revealjs.com; Vaswani et al., “Attention is all you need”; van der Berg and Smith, “A chapter in ‘a book’”; Einstein, “On moving bodies.”',
    ],
    entries: [
      'Berg, Jan van der, and Jean-Luc Smith. “A chapter in ‘a book.’” In *The book of things*, edited by Ann Editor, 12–18. ACM, 2001.',
      'Einstein, Albert. “On moving bodies.” *Annalen der Physik* 17, no. 10 (1905): 891–921. https://doi.org/10.1002/andp.1.',
      'Knuth, Donald E. *Literate Programming*. CSLI, 1984.',
      '———. *The TeXbook*. 2nd ed. Reading, MA: Addison-Wesley, 1984.',
      '*Reveal*. Accessed February 3, 2026. https://revealjs.com.',
      'Vaswani, Ann B., Ann B. Shazeer, Ann B. Parmar, and Ann B. Uszkoreit. “Attention is all you need.” In *Advances in NeurIPS*, 5998–6008, 2017.',
    ],
  },
  harvard: {
    citations: [
      '(see Einstein, 1905, p. 895; Knuth, 1984b, chap. 2)',
      '(Knuth, 1984a, 1984b)',
      'van der Berg and Smith (2001, pp. 33–35)',
      '(2017)',
      '(van der Berg and Smith, 2001; Einstein, 1905; *Reveal*, n.d.; Vaswani et al., 2017)',
    ],
    entries: [
      'van der Berg, J. and Smith, J.-L. (2001) “A chapter in ‘a book,’” in Editor, A. (ed.) *The book of things*. ACM, pp. 12–18.',
      'Einstein, A. (1905) “On moving bodies,” *Annalen der Physik*, 17(10), pp. 891–921. Available at: https://doi.org/10.1002/andp.1.',
      'Knuth, D.E. (1984a) *Literate Programming*. CSLI.',
      'Knuth, D.E. (1984b) *The TeXbook*. 2nd ed. Reading, MA: Addison-Wesley.',
      '*Reveal* (n.d.). Available at: https://revealjs.com (Accessed February 3, 2026).',
      'Vaswani, A.B. et al. (2017) “Attention is all you need,” in *Advances in NeurIPS*. pp. 5998–6008.',
    ],
  },
  ieee: {
    citations: [
      'see [1, p. 895], [2, chap. 2]',
      '[2], [3]',
      'van der Berg and Smith [4, pp. 33–35]',
      '[5]',
      '[1], [4]–[6]',
    ],
    entries: [
      '[1] A. Einstein, “On moving bodies,” *Annalen der Physik*, vol. 17, no. 10, pp. 891–921, Jun. 1905. https://doi.org/10.1002/andp.1',
      '[2] D. E. Knuth, *The TeXbook*, 2nd ed., Reading, MA: Addison-Wesley, 1984.',
      '[3] D. E. Knuth, *Literate Programming*, CSLI, 1984.',
      '[4] J. van der Berg and J.-L. Smith, “A chapter in ‘a book,’” in *The book of things*, A. Editor, ed., ACM, 2001, pp. 12–18.',
      '[5] A. B. Vaswani, A. B. Shazeer, A. B. Parmar, and A. B. Uszkoreit, “Attention is all you need,” in *Advances in NeurIPS*, 2017, pp. 5998–6008.',
      '[6] *Reveal*. Accessed February 3, 2026. https://revealjs.com',
    ],
  },
  mla: {
    citations: [
      '(see Einstein 895; Knuth, *The TeXbook* chap. 2)',
      '(Knuth, *Literate Programming*; Knuth, *The TeXbook*)',
      'van der Berg and Smith (33–35)',
      '(Vaswani et al.)',
      '(*Reveal*; Vaswani et al.; van der Berg and Smith; Einstein)',
    ],
    entries: [
      'van der Berg, Jan, and Jean-Luc Smith. “A chapter in ‘a book.’” *The book of things*, edited by Ann Editor, ACM, 2001, pp. 12–18.',
      'Einstein, Albert. “On moving bodies.” *Annalen der Physik*, vol. 17, no. 10, 30 Jun. 1905, pp. 891–921, https://doi.org/10.1002/andp.1.',
      'Knuth, Donald E. *Literate Programming*. CSLI, 1984.',
      '———. *The TeXbook*. 2nd ed., Addison-Wesley, 1984.',
      '*Reveal*. https://revealjs.com. Accessed February 3, 2026.',
      'Vaswani, Ann B., et al. “Attention is all you need.” *Advances in NeurIPS*, 2017, pp. 5998–6008.',
    ],
  },
  nature: {
    citations: [
      '^see ^^1^^ ^^p.^^ ^^895^^,^^2^^ ^^chap.^^ ^^2^',
      '^2^^,^^3^',
      'van der Berg and Smith ^4^^ ^^pp.^^ ^^33–35^',
      '^5^',
      '^1^^,^^4^^–^^6^',
    ],
    entries: [
      '1. Einstein, A. On moving bodies. *Annalen der Physik* **17**, 891–921 (1905). https://doi.org/10.1002/andp.1',
      '2. Knuth, D. E. *The TeXbook* (2nd ed., Addison-Wesley, 1984).',
      '3. Knuth, D. E. *Literate Programming* (CSLI, 1984).',
      '4. van der Berg, J. & Smith, J.-L. A chapter in “a book.” In *The book of things* (Editor, A., ed.) 12–18 (ACM, 2001).',
      '5. Vaswani, A. B., Shazeer, A. B., Parmar, A. B. & Uszkoreit, A. B. Attention is all you need. In *Advances in NeurIPS* 5998–6008 (2017).',
      '6. *Reveal*. https://revealjs.com',
    ],
  },
  vancouver: {
    citations: ['(see 1 p. 895, 2 chap. 2)', '(2, 3)', 'van der Berg and Smith (4 pp. 33–35)', '(5)', '(1, 4–6)'],
    entries: [
      '1. Einstein A. On moving bodies. Annalen der Physik. 1905;17(10):891–921. https://doi.org/10.1002/andp.1.',
      '2. Knuth DE. The TeXbook. 2nd ed. Reading, MA: Addison-Wesley; 1984.',
      '3. Knuth DE. Literate Programming. CSLI; 1984.',
      '4. van der Berg J, Smith JL. A chapter in “a book.” In: Editor A, ed. The book of things. ACM; 2001. pp. 12–8.',
      '5. Vaswani AB, Shazeer AB, Parmar AB, Uszkoreit AB. Attention is all you need. In: Advances in NeurIPS. 2017. pp. 5998–6008.',
      '6. Reveal. Accessed February 3, 2026. https://revealjs.com.',
    ],
  },
};

describe.each(Object.entries(EXPECTED))('%s', (name, expected) => {
  const found = shown(name, ENTRIES, CITATIONS);

  test('cites', () => {
    expect(found.citations).toEqual(expected.citations);
  });

  test('lists', () => {
    expect(found.entries).toEqual(expected.entries);
  });
});

test('every built-in style is shown above', () => {
  expect(Object.keys(EXPECTED).toSorted()).toEqual([...BUILTIN_STYLES].toSorted());
});
