import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { grams, searchable, searchForm } from '../../src/registry/names.js';

describe('a name is searched in one form of each character', () => {
  test.each([
    ['包头市金穗绿源农牧有限公司', '包头市金穗绿源农牧有限公司', 'as it is'],
    ['ＡＢＣ科技', 'abc科技', 'full width becomes half width, capitals small'],
    ['Gobi  Wool', 'gobiwool', 'blanks go'],
    ['\u3000包头\t钢铁\n', '包头钢铁', 'ideographic blanks, tabs and line ends too'],
    ['示例（包头）有限公司', '示例(包头)有限公司', 'brackets of full width'],
    ['①号店', '1号店', 'compatibility characters'],
    ['', '', 'nothing'],
  ])('%p is searched as %p: %s', (name, form) => {
    expect(searchForm(name)).toBe(form);
  });
});

describe('grams are the pairs of neighbouring characters', () => {
  test.each([
    ['包头钢铁', ['包头', '头钢', '钢铁'], 'each pair'],
    ['包头', ['包头'], 'two characters are one pair'],
    ['包', [], 'one character has none'],
    ['', [], 'nothing has none'],
    ['哈哈哈', ['哈哈'], 'each once'],
    ['𠮷野家', ['𠮷野', '野家'], 'a character outside the basic plane is one character'],
  ])('%p: %j, %s', (text, pairs) => {
    expect(grams(text)).toEqual(pairs);
  });
});

describe('an entity is found by its names, new and old', () => {
  const { searchText, searchGrams } = searchable(['金穗 绿源', 'ＧＯＢＩ绿源']);

  test('one name a line, in the searched form', () => {
    expect(searchText).toBe('金穗绿源\ngobi绿源');
  });

  test('the pairs of all names, each once, none across two names', () => {
    expect(searchGrams).toEqual(['金穗', '穗绿', '绿源', 'go', 'ob', 'bi', 'i绿']);
  });

  test('without a name there is nothing to find', () => {
    expect(searchable([])).toEqual({ searchText: '', searchGrams: [] });
  });
});

test('every fragment of two characters or more leads to the name, through the text and through the pairs', () => {
  const character = fc.constantFrom('包', '头', '市', '钢', '铁', '𠮷', 'Ａ', 'b', 'C', '（', '）', '1');
  const name = fc.array(character, { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(name, fc.nat(), fc.nat(), (characters, from, more) => {
      const start = from % (characters.length - 1);
      const end = start + 2 + (more % (characters.length - start - 1));
      const { searchText, searchGrams } = searchable(['别名', characters.join('')]);
      const wanted = searchForm(characters.slice(start, end).join(''));
      expect(searchText).toContain(wanted);
      expect(searchGrams).toEqual(expect.arrayContaining(grams(wanted)));
    }),
  );
});
