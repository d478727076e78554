import { describe, expect, test } from '@jest/globals';
import { attachmentName, isOfSide, nameToSave } from '../../src/attachments/attachment.rules.js';
import { inChinese, legible } from '../../src/documents/pdf.rules.js';

describe('a name of a file', () => {
  test.each([
    ['缴款凭证.pdf', '缴款凭证.pdf'],
    [' 整改报告（2026年）.PDF ', '整改报告（2026年）.PDF'],
    ['a', 'a'],
    ['Café.png', 'Caf\u00e9.png'],
    ['Cafe\u0301.png', 'Caf\u00e9.png'],
    ['信'.repeat(200), '信'.repeat(200)],
    ['𠮷'.repeat(200), '𠮷'.repeat(200)],
    ['..pdf', '..pdf'],
  ])('%j is kept as %j', (given, name) => {
    expect(attachmentName(given)).toBe(name);
  });

  test.each([
    [undefined],
    [['a.pdf', 'b.pdf']],
    [''],
    ['  '],
    ['.'],
    ['..'],
    ['../etc/passwd'],
    ['C:\\证据.pdf'],
    ['a\u0000.pdf'],
    ['a\r\nset-cookie: x'],
    ['a\u007f'],
    ['a\u202efdp.exe'],
    ['a\u2066b'],
    ['\ud800.pdf'],
    ['broken \ufffd.pdf'],
    ['信'.repeat(201)],
  ])('%j is none', (given) => {
    expect(attachmentName(given)).toBeNull();
  });
});

test.each([
  ['凭证.pdf', 'application/pdf', '凭证.pdf'],
  ['凭证.PDF', 'application/pdf', '凭证.PDF'],
  ['凭证', 'application/pdf', '凭证.pdf'],
  ['凭证.html', 'application/pdf', '凭证.html.pdf'],
  ['照片.jpeg', 'image/jpeg', '照片.jpeg'],
  ['照片.jpg', 'image/png', '照片.jpg.png'],
])('%s, which is %s, is saved as %s', (name, mediaType, saved) => {
  expect(nameToSave(name, mediaType)).toBe(saved);
});

describe('two are of one side', () => {
  const side = (account: string, departmentCode: string | null = null, uscc: string | null = null) => ({
    account,
    departmentCode,
    uscc,
  });
  test.each([
    ['colleagues of a department', side('a', 'TAX'), side('b', 'TAX'), true],
    ['officers of two', side('a', 'TAX'), side('a', 'COURT'), false],
    ['accounts of an entity', side('a', null, '91150200MA0T3QT132'), side('b', null, '91150200MA0T3QT132'), true],
    ['two entities', side('a', null, '91150200MA0T3QT132'), side('a', null, '91150203MA0T3QT218'), false],
    ['the same account', side('a'), side('a'), true],
    ['two accounts that stand for nobody', side('a'), side('b'), false],
    ['an account, and its department', side('a'), side('a', 'TAX'), false],
  ])('%s: %j %j %s', (_who, one, other, same) => {
    expect(isOfSide(one, other)).toBe(same);
    expect(isOfSide(other, one)).toBe(same);
  });
});

describe('what is printed', () => {
  const font = { hasGlyphForCodePoint: (codePoint: number) => codePoint < 0x10000 && codePoint !== 0x1820 };

  test.each([
    ['修复决定', '修复决定', ''],
    ['𠮷某', '〓某', '𠮷'],
    ['两𠮷𠮷字\u1820', '两〓〓字〓', '𠮷\u1820'],
    ['一行\r\n又一行', '一行\n又一行', ''],
    ['\ue000', '\ue000', ''],
  ])('%j is printed as %j', (text, printed, lacking) => {
    const missing = new Set<string>();
    expect(legible(text, font, missing)).toBe(printed);
    expect([...missing].join('')).toBe(lacking);
  });

  test('a control character that no font has is no gap', () => {
    const missing = new Set<string>();
    expect(legible('甲\u0007乙', { hasGlyphForCodePoint: (code) => code > 31 }, missing)).toBe('甲乙');
    expect(missing.size).toBe(0);
  });

  test.each([
    ['2026-11-22', '2026年11月22日'],
    ['2026-01-02', '2026年1月2日'],
  ])('%s is %s', (day, printed) => {
    expect(inChinese(day)).toBe(printed);
  });
});
