import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { withheldReasons } from '../../src/access/withheld-reasons.js';
import { WithheldReason } from '../../src/access/words.js';
import { languageOf } from '../../src/messages/language.js';
import { explain, Refusal, refusalBehind } from '../../src/messages/refusal.js';
import { type Reason, refusals } from '../../src/messages/refusals.js';

const reasons = Object.keys(refusals) as Reason[];
const languages = ['en', 'zh'] as const;

const templates = (reason: Reason, language: 'en' | 'zh'): string[] => {
  const entry = refusals[reason];
  return [
    entry.text[language],
    ...('remedy' in entry ? [entry.remedy[language]] : []),
    ...('basis' in entry ? [entry.basis] : []),
  ];
};
const placeholders = (reason: Reason, language: 'en' | 'zh'): string[] => [
  ...new Set(templates(reason, language).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))),
];
const chosen = (reason: Reason): string[] =>
  templates(reason, 'en').flatMap((text) => [...text.matchAll(/\{(\w+), select/g)].map(([, name]) => name!));
const paramsOf = (reason: Reason) => ({
  ...Object.fromEntries(placeholders(reason, 'en').map((name) => [name, `<${name}>`])),
  ...Object.fromEntries(chosen(reason).map((name) => [name, 'other'])),
});

function isToldInBothLanguages(reason: Reason): void {
  for (const language of languages) {
    const params = paramsOf(reason);
    const { message, remedy = '', basis = '-' } = explain(reason, params, language);
    const said = message + remedy + basis;
    for (const name of placeholders(reason, 'en')) expect(said).toContain(`<${name}>`);
    expect(message).not.toBe('');
    expect(basis).not.toBe('');
    expect(said).not.toMatch(/\{\w*\}/);
    if (language === 'zh') expect(message).toMatch(/\p{Script=Han}/u);
    else expect(message.replace(/".*?"|[（(].*?[)）]/gu, '')).not.toMatch(/\p{Script=Han}/u);
  }
}

describe('every refusal is told in both languages without a hole', () => {
  test.each(reasons)('%s', isToldInBothLanguages);
});

test.each(reasons)('%s names the same things in both languages', (reason) => {
  expect(placeholders(reason, 'zh').toSorted()).toEqual(placeholders(reason, 'en').toSorted());
});

test.each(Object.values(WithheldReason))('%s is explained in both languages, with its basis', (reason) => {
  const { rule, basis, remedy } = withheldReasons[reason];
  for (const text of [rule.zh, remedy.zh]) expect(text).toMatch(/^\p{Script=Han}.*。$/u);
  for (const text of [rule.en, remedy.en]) expect(text).toMatch(/^[A-Z].*\.$/);
  expect(basis).not.toBe('');
});

describe('a refusal', () => {
  const refusal = new Refusal('PAGE_SIZE', { value: 0, most: 100 });

  test('carries code, reason and what it names', () => {
    expect(refusal.message).toBe('"first" is 0; it may be 1 to 100.');
    expect(refusal.extensions).toMatchObject({ code: 'BAD_INPUT', reason: 'PAGE_SIZE', value: 0, most: 100 });
  });

  test('names its basis where it has one', () => {
    expect(new Refusal('DATE', { value: 'x' }).extensions['basis']).toBe('GB/T 7408.1-2023');
  });

  test('quotes what was sent as it is: braces and markup are no placeholders', () => {
    const { message } = explain('DATE', { value: '{who} <b>&#39;' }, 'en');
    expect(message).toBe('"{who} <b>&#39;" is no calendar date of the form YYYY-MM-DD.');
  });

  test.each([
    ['bare', refusal, refusal],
    ['wrapped once', new GraphQLError('x', { originalError: refusal }), refusal],
    [
      'wrapped twice',
      new GraphQLError('x', { originalError: new GraphQLError('y', { originalError: refusal }) }),
      refusal,
    ],
    ['another error', new Error('x'), undefined],
    ['nothing', undefined, undefined],
  ])('is found behind an error: %s', (_case, error, found) => {
    expect(refusalBehind(error)).toBe(found);
  });
});

describe('the language of an answer is the one that was asked for', () => {
  test.each<[string | undefined, string, string]>([
    [undefined, 'en', 'nothing asked'],
    ['', 'en', 'nothing asked'],
    ['zh', 'zh', ''],
    ['en', 'en', ''],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh', 'as a Chinese browser asks'],
    ['en-GB,en;q=0.9,zh;q=0.5', 'en', 'as an English browser asks'],
    ['en;q=0.1,zh;q=0.9', 'zh', 'by weight, not by place'],
    ['ZH-Hant-TW', 'zh', 'whatever the script, region and case'],
    ['fr,zh;q=0.5', 'zh', 'the first that is spoken here'],
    ['mn,fr', 'en', 'none that is spoken here'],
    ['*', 'en', 'any'],
    ['zh;q=0', 'en', 'anything but Chinese'],
    ['en;q=0,zh', 'zh', 'anything but English'],
    ['zhx', 'en', 'another language that begins alike'],
    [';;;q=,', 'en', 'nonsense'],
  ])('%j: %s %s', (asked, language) => {
    expect(languageOf(asked)).toBe(language);
  });
});
