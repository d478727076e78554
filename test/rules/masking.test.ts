import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mask } from '../../src/access/masking.js';
import { MaskingPattern } from '../../src/access/words.js';

const { NAME, ID_NUMBER, PHONE, ADDRESS, EMAIL } = MaskingPattern;

describe('a value is shown in part by the conventions of its kind', () => {
  test.each([
    [NAME, '张三', '张*', 'of two characters the first'],
    [NAME, '张小三', '张*三', 'of three the first and the last'],
    [NAME, '欧阳振华', '欧**华', 'of four the first and the last'],
    [NAME, '阿卜杜拉·买买提', '阿******提', 'of more the first and the last'],
    [NAME, '𠮷田', '𠮷*', 'a character outside the basic plane is one character'],
    [NAME, '张', '*', 'of one nothing'],
    [ID_NUMBER, '150203199003070017', '1502**********0017', 'the first four and the last four'],
    [ID_NUMBER, '15020319900307001X', '1502**********001X', 'the first four and the last four'],
    [ID_NUMBER, 'E12345678', 'E123*5678', 'a passport too'],
    [ID_NUMBER, '12345678', '********', 'too short to hide a middle: hidden whole'],
    [ID_NUMBER, '1', '****', 'nor is it told how short'],
    [PHONE, '13812345678', '138****5678', 'the first three and the last four'],
    [PHONE, '0472-5155155', '047*****5155', 'a landline too'],
    [PHONE, '5155155', '*******', 'too short to hide a middle: hidden whole'],
    [ADDRESS, '包头市昆都仑区钢铁大街1号', '包头市昆都仑区***', 'to the district'],
    [ADDRESS, '包头市固阳县金山镇团结路3号', '包头市固阳县***', 'to the county'],
    [ADDRESS, '包头市土默特右旗萨拉齐镇振兴路', '包头市土默特右旗***', 'to the banner'],
    [ADDRESS, '包头市达尔罕茂明安联合旗百灵庙镇', '包头市达尔罕茂明安联合旗***', 'to the united banner'],
    [ADDRESS, '呼伦贝尔市鄂温克族自治旗巴彦托海镇', '呼伦贝尔市鄂温克族自治旗***', 'to the autonomous banner'],
    [ADDRESS, '上海市浦东新区世纪大道100号', '上海市浦东新区***', 'to the district of a municipality'],
    [ADDRESS, '包头市钢铁大街1号', '包头市***', 'without a district to the city'],
    [ADDRESS, '钢铁大街1号', '***', 'with neither not at all'],
    [EMAIL, 'zhangsan@example.cn', 'z***@example.cn', 'first character and domain'],
    [EMAIL, 'z@example.cn', 'z***@example.cn', 'nor is it told how short'],
    [EMAIL, '@example.cn', '***', 'no address at all'],
    [EMAIL, 'zhangsan', '***', 'no address at all'],
  ])('%s %s becomes %s: %s', (pattern, value, shown) => {
    expect(mask(pattern, value)).toBe(shown);
  });
});

describe('an address of the region is shown to the district', () => {
  test.each([
    ['内蒙古自治区包头市昆都仑区钢铁大街1号', '内蒙古自治区包头市昆都仑区***'],
    ['内蒙古自治区包头市固阳县金山镇', '内蒙古自治区包头市固阳县***'],
    ['内蒙古自治区包头市达尔罕茂明安联合旗百灵庙镇', '内蒙古自治区包头市达尔罕茂明安联合旗***'],
    ['广西壮族自治区南宁市青秀区民族大道1号', '广西壮族自治区南宁市青秀区***'],
  ])('%s becomes %s: an autonomous region is no district', (address, shown) => {
    expect(mask(ADDRESS, address)).toBe(shown);
  });
});

describe('an address without a district shows neither street nor house', () => {
  test.each([
    ['包头市钢铁大街12号阳光小区3栋', '包头市***'],
    ['包头市青山路万科园区5号楼', '包头市***'],
    ['阳光小区3栋', '***'],
  ])('%s becomes %s: a housing estate is no district', (address, shown) => {
    expect(mask(ADDRESS, address)).toBe(shown);
  });
});

test('what stands before the last @ of an e-mail address is hidden', () => {
  expect(mask(EMAIL, '"zhang@san"@example.cn')).toBe('"***@example.cn');
});

describe('whatever the value', () => {
  const character = fc.constantFrom(...'0123456789Xx张三·𠮷é -');

  test.each([
    [NAME, 2, 2, 1, 0],
    [NAME, 3, 40, 1, 1],
    [ID_NUMBER, 9, 40, 4, 4],
    [PHONE, 8, 40, 3, 4],
  ])(
    '%s of %i to %i characters: all but the first %i and the last %i are stars',
    (pattern, least, most, head, tail) => {
      fc.assert(
        fc.property(fc.array(character, { minLength: least, maxLength: most }), (characters) => {
          const value = characters.join('');
          const middle = characters.length - head - tail;
          const ends = [characters.slice(0, head).join(''), characters.slice(head + middle).join('')] as const;
          expect(mask(pattern, value)).toBe(ends[0] + '*'.repeat(middle) + ends[1]);
          expect(mask(pattern, value)).not.toBe(value);
        }),
      );
    },
  );

  test.each([
    [ID_NUMBER, 8],
    [PHONE, 7],
    [NAME, 1],
  ])('%s of at most %i characters: nothing is shown', (pattern, most) => {
    fc.assert(
      fc.property(fc.array(character, { maxLength: most }), (characters) => {
        expect(mask(pattern, characters.join(''))).toMatch(/^\*+$/);
      }),
    );
  });

  test('an address shows nothing that follows the district', () => {
    const places = fc.constantFrom('包头市昆都仑区', '包头市固阳县', '包头市土默特右旗', '上海市浦东新区');
    fc.assert(
      fc.property(places, fc.string({ unit: 'binary' }), (place, street) => {
        expect(mask(ADDRESS, place + street)).toBe(`${place}***`);
      }),
    );
  });

  test('an e-mail address shows the first character and the domain', () => {
    const word = fc.stringMatching(/^[a-z0-9._-]{1,20}$/);
    fc.assert(
      fc.property(word, word, (name, host) => {
        expect(mask(EMAIL, `${name}@${host}.cn`)).toBe(`${name[0]}***@${host}.cn`);
      }),
    );
  });
});
