import { describe, expect, test } from '@jest/globals';
import { claimsOf, UnknownPersona } from '../../src/server/demonstration-issuer.js';
import { lines } from './reference.js';

const departments = lines.departments.map(({ code }) => code!);

describe('a persona claims', () => {
  test.each([
    ['credit-centre', { credit_role: 'CREDIT_CENTRE' }],
    ['arrears-admin', { credit_role: 'ARREARS_ADMIN' }],
    ['supervisor', { credit_role: 'SUPERVISOR' }],
    ['administrator', { credit_role: 'ADMINISTRATOR' }],
    ['enterprise:91150203MA0T3QT218', { credit_role: 'ENTERPRISE', uscc: '91150203MA0T3QT218' }],
    ['enterprise:92150203MA0T3QTA70', { credit_role: 'ENTERPRISE', uscc: '92150203MA0T3QTA70' }],
    ['supervisor#a', { credit_role: 'SUPERVISOR' }],
    ['credit-centre#wang', { credit_role: 'CREDIT_CENTRE' }],
    ['department:MARKET#li', { credit_role: 'DEPARTMENT', department: 'MARKET' }],
    [`department:MARKET#${'Li2'.repeat(10)}`, { credit_role: 'DEPARTMENT', department: 'MARKET' }],
    ['enterprise:91150203MA0T3QT218#zhao', { credit_role: 'ENTERPRISE', uscc: '91150203MA0T3QT218' }],
    ...departments.map((code) => [`department:${code}`, { credit_role: 'DEPARTMENT', department: code }] as const),
  ] as const)('%s: %j', (persona, claims) => {
    expect(claimsOf(persona, departments)).toEqual(claims);
  });
});

describe('whoever is no persona gets no token, and is told whom there are', () => {
  test.each([
    [''],
    ['public'],
    ['SUPERVISOR'],
    ['supervisor:'],
    ['supervisor '],
    ['credit_centre'],
    ['department'],
    ['department:'],
    ['department:XYZ'],
    ['department:tax'],
    ['department: TAX'],
    ['enterprise'],
    ['enterprise:'],
    ['enterprise:123'],
    ['enterprise:91150203MA0T3QT219'],
    ['enterprise:91150203ma0t3qt218'],
    ['__proto__'],
    ['constructor'],
    ['toString'],
    ['department:__proto__'],
    ['#li'],
    ['public#li'],
    ['supervisor#'],
    ['supervisor#li#wang'],
    ['supervisor#li wang'],
    ['supervisor#li\n'],
    ['supervisor#李'],
    [`supervisor#${'x'.repeat(31)}`],
    ['department#li'],
    ['department:#li'],
    ['department:XYZ#li'],
    ['enterprise:91150203MA0T3QT219#zhao'],
  ])('%j', (persona) => {
    const claim = () => claimsOf(persona, departments);
    expect(claim).toThrow(UnknownPersona);
    expect(claim).toThrow(/department:CODE \(DRC, MARKET, TAX, .*enterprise:USCC.*supervisor.*credit-centre#wang/);
  });

  test.each([['department:TAX:MARKET'], ['enterprise:91150203MA0T3QT218:x']])(
    '%j: what follows a second colon is not passed over',
    (persona) => {
      expect(() => claimsOf(persona, departments)).toThrow(UnknownPersona);
    },
  );
});
