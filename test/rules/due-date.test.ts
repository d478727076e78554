import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WorkingDays } from '../../src/calendar/working-days.js';
import { Refusal } from '../../src/messages/refusal.js';
import { type DueFacts, dueDateOf, faultOfFacts } from '../../src/procurement/due-date.rules.js';
import { BuyerKind, DueNote, PayableKind, StartFact } from '../../src/procurement/procurement.words.js';
import { notices } from './notices.js';

const calendar = new WorkingDays(notices);

const nothing: DueFacts = {
  ...{ kind: PayableKind.PAYMENT, deliveredOn: null, inspectionUntil: null, acceptedOn: null, confirmedOn: null },
  ...{ refundOn: null, agreedDays: null, backToBack: false, specialDueOn: null, specialBasis: null },
};
const delivered: DueFacts = { ...nothing, deliveredOn: '2026-03-01' };
const due = (buyer: BuyerKind, facts: Partial<DueFacts>) => dueDateOf(buyer, { ...nothing, ...facts }, calendar);

const organs = [BuyerKind.AGENCY, BuyerKind.INSTITUTION, BuyerKind.FISCAL_ORGANISATION];
const enterprises = [BuyerKind.STATE_OWNED_LARGE_ENTERPRISE, BuyerKind.LARGE_ENTERPRISE];

describe('how long a buyer may take (art. 9): delivered on 2026-03-01', () => {
  const { DEFAULT_TERM, AGREED_TERM, AGREED_TERM_CUT, BACK_TO_BACK_VOID } = DueNote;
  const terms: [readonly BuyerKind[], Partial<DueFacts>, number, string, DueNote[]][] = [
    [organs, {}, 30, '2026-03-31', [DEFAULT_TERM]],
    [organs, { agreedDays: 15 }, 15, '2026-03-16', [AGREED_TERM]],
    [organs, { agreedDays: 30 }, 30, '2026-03-31', [AGREED_TERM]],
    [organs, { agreedDays: 60 }, 60, '2026-04-30', [AGREED_TERM]],
    [organs, { agreedDays: 61 }, 60, '2026-04-30', [AGREED_TERM_CUT]],
    [organs, { agreedDays: 3650 }, 60, '2026-04-30', [AGREED_TERM_CUT]],
    [organs, { backToBack: true }, 30, '2026-03-31', [BACK_TO_BACK_VOID, DEFAULT_TERM]],
    [organs, { backToBack: true, agreedDays: 60 }, 30, '2026-03-31', [BACK_TO_BACK_VOID, DEFAULT_TERM]],
    [enterprises, {}, 60, '2026-04-30', [DEFAULT_TERM]],
    [enterprises, { agreedDays: 1 }, 1, '2026-03-02', [AGREED_TERM]],
    [enterprises, { agreedDays: 30 }, 30, '2026-03-31', [AGREED_TERM]],
    [enterprises, { agreedDays: 61 }, 61, '2026-05-06', [AGREED_TERM]],
    [enterprises, { agreedDays: 180 }, 180, '2026-08-28', [AGREED_TERM]],
    [enterprises, { backToBack: true }, 60, '2026-04-30', [BACK_TO_BACK_VOID, DEFAULT_TERM]],
    [enterprises, { backToBack: true, agreedDays: 180 }, 60, '2026-04-30', [BACK_TO_BACK_VOID, DEFAULT_TERM]],
  ];

  test.each(terms.flatMap(([buyers, ...rest]) => buyers.map((buyer): [BuyerKind, ...typeof rest] => [buyer, ...rest])))(
    '%s, %j: %i days, %s %j',
    (buyer, change, days, dueOn, notes) => {
      expect(due(buyer, { ...delivered, ...change })).toMatchObject({
        ...{ startedOn: '2026-03-01', startFact: StartFact.DELIVERY, days, dueOn, notes, missingYear: null },
        agreedDays: change.agreedDays ?? null,
      });
    },
  );
});

describe('from which day it counts', () => {
  const { DELIVERY, ACCEPTANCE, INSPECTION_EXPIRED, AMOUNT_CONFIRMED, REFUND_AGREED, SPECIAL_RULE } = StartFact;
  const order = 'State Council Order 802 (保障中小企业款项支付条例)';
  const code = 'Civil Code (民法典)';
  const inspected = { deliveredOn: '2026-02-20', inspectionUntil: '2026-03-02' };
  const progress = { kind: PayableKind.PROGRESS, deliveredOn: '2026-01-05', acceptedOn: '2026-01-09' };
  const deposit = { kind: PayableKind.DEPOSIT, deliveredOn: '2026-01-05', agreedDays: 90, backToBack: true };
  const special = { specialDueOn: '2026-03-10', specialBasis: ' 某行业管理办法, art. 1 ' };

  test.each<[string, Partial<DueFacts>, StartFact, string, string, DueNote[], string]>([
    [
      'nothing but delivery',
      delivered,
      DELIVERY,
      '2026-03-01',
      '2026-03-31',
      [],
      `${order}, art. 9; ${code}, arts 201, 203`,
    ],
    [
      'accepted, without a period for it',
      { ...delivered, acceptedOn: '2026-03-03' },
      ACCEPTANCE,
      '2026-03-03',
      '2026-04-02',
      [],
      `${order}, arts 9, 10; ${code}, arts 201, 203`,
    ],
    ['accepted, delivery not stated', { acceptedOn: '2026-03-03' }, ACCEPTANCE, '2026-03-03', '2026-04-02', [], ''],
    ['accepted in time', { ...inspected, acceptedOn: '2026-02-26' }, ACCEPTANCE, '2026-02-26', '2026-03-30', [], ''],
    [
      'accepted on the last day',
      { ...inspected, acceptedOn: '2026-03-02' },
      ACCEPTANCE,
      '2026-03-02',
      '2026-04-01',
      [],
      '',
    ],
    [
      'accepted a day late',
      { ...inspected, acceptedOn: '2026-03-03' },
      INSPECTION_EXPIRED,
      '2026-03-02',
      '2026-04-01',
      [DueNote.DELAYED_INSPECTION],
      `${order}, arts 9, 10; ${code}, arts 201, 203`,
    ],
    [
      'not accepted at all',
      inspected,
      INSPECTION_EXPIRED,
      '2026-03-02',
      '2026-04-01',
      [DueNote.DELAYED_INSPECTION],
      '',
    ],
    [
      'progress: from the confirmed amount, whatever was delivered and accepted',
      { ...progress, confirmedOn: '2026-03-01' },
      AMOUNT_CONFIRMED,
      '2026-03-01',
      '2026-03-31',
      [],
      `${order}, art. 9; ${code}, arts 201, 203`,
    ],
    [
      'a confirmed amount says nothing of what is no progress payment',
      { ...delivered, confirmedOn: '2026-03-09' },
      DELIVERY,
      '2026-03-01',
      '2026-03-31',
      [],
      '',
    ],
  ])('%s', (_what, facts, startFact, startedOn, dueOn, notes, basis) => {
    const result = due(BuyerKind.AGENCY, facts);
    expect(result).toMatchObject({ startFact, startedOn, days: 30, dueOn, notes: [...notes, DueNote.DEFAULT_TERM] });
    expect(result.basis).toContain(basis);
  });

  test.each<[string, Partial<DueFacts>, StartFact, string, string, string]>([
    [
      'a deposit: on the day agreed, no term counts',
      { ...deposit, refundOn: '2026-03-10' },
      REFUND_AGREED,
      '2026-03-10',
      '2026-03-10',
      `${order}, art. 13; ${code}, art. 203`,
    ],
    [
      'a deposit due on a Saturday',
      { ...deposit, refundOn: '2026-03-14' },
      REFUND_AGREED,
      '2026-03-14',
      '2026-03-16',
      '',
    ],
    [
      'another rule prevails over delivery',
      { ...delivered, ...special },
      SPECIAL_RULE,
      '2026-03-10',
      '2026-03-10',
      `某行业管理办法, art. 1; ${order}, art. 9; ${code}, art. 203`,
    ],
    ['over a confirmed amount', { ...progress, ...special }, SPECIAL_RULE, '2026-03-10', '2026-03-10', ''],
    ['over what is agreed of a deposit', { ...deposit, ...special }, SPECIAL_RULE, '2026-03-10', '2026-03-10', ''],
    ['and stands alone', special, SPECIAL_RULE, '2026-03-10', '2026-03-10', ''],
  ])('%s', (_what, facts, startFact, lastDay, dueOn, basis) => {
    const result = due(BuyerKind.AGENCY, facts);
    expect(result).toMatchObject({ startFact, startedOn: lastDay, days: null, lastDay, dueOn, notes: [] });
    expect(result.basis).toContain(basis);
  });

  test("the basis of a people's organisation names why it is held to what organs are", () => {
    expect(due(BuyerKind.FISCAL_ORGANISATION, delivered).basis).toBe(
      `${order}, art. 9, with art. 36; ${code}, arts 201, 203`,
    );
  });
});

describe('a last day that is off moves to the next working day (Civil Code, art. 203)', () => {
  test.each([
    ['2026-09-01', '2026-10-01', '2026-10-08', 7, '国办发明电〔2025〕7号', 'over the National Day'],
    ['2026-03-05', '2026-04-04', '2026-04-07', 3, '国办发明电〔2025〕7号', 'over Qingming'],
    ['2026-03-28', '2026-04-27', '2026-04-27', 0, '国办发明电〔2025〕7号', 'a Monday stays'],
    ['2026-04-09', '2026-05-09', '2026-05-09', 0, '国办发明电〔2025〕7号', 'a Saturday on which work is made up stays'],
    ['2026-10-23', '2026-11-22', '2026-11-23', 1, '国办发明电〔2025〕7号', 'a Sunday'],
    [
      '2022-12-01',
      '2022-12-31',
      '2023-01-03',
      3,
      '国办发明电〔2021〕11号、国办发明电〔2022〕16号',
      'into a year with a notice of its own',
    ],
    [
      '2019-12-26',
      '2020-01-25',
      '2020-02-03',
      9,
      '国办发明电〔2019〕16号、国办发明电〔2020〕1号',
      'over the Spring Festival that was lengthened',
    ],
  ])('%s and 30 days: %s, then %s, %i days off, by %s (%s)', (deliveredOn, lastDay, dueOn, off, calendarEdition) => {
    const result = due(BuyerKind.AGENCY, { deliveredOn });
    expect(result).toMatchObject({ lastDay, dueOn, calendarEdition, missingYear: null, skipped: { length: off } });
  });

  test.each([
    ['2026-12-10', '2027-01-09', 2027, 'the last day lies there'],
    ['2019-03-01', '2019-03-31', 2019, 'it lies before the first'],
  ])('%s and 30 days: %s; the calendar of %i is missing (%s)', (deliveredOn, lastDay, missingYear) => {
    expect(due(BuyerKind.AGENCY, { deliveredOn })).toMatchObject({
      ...{ lastDay, dueOn: null, missingYear, skipped: [], calendarEdition: null, days: 30 },
    });
  });

  test('a year that is needed only to move into is missing as well', () => {
    const until2022 = new WorkingDays(notices.filter(({ year }) => year <= 2022));
    expect(dueDateOf(BuyerKind.AGENCY, { ...nothing, deliveredOn: '2022-12-01' }, until2022)).toMatchObject({
      ...{ lastDay: '2022-12-31', dueOn: null, missingYear: 2023 },
    });
  });

  test('a year that is only passed through is not needed', () => {
    expect(due(BuyerKind.LARGE_ENTERPRISE, { deliveredOn: '2018-06-01', agreedDays: 730 })).toMatchObject({
      ...{ lastDay: '2020-05-31', dueOn: '2020-06-01', missingYear: null },
    });
  });

  test('a fault that is no missing calendar is not taken for one', () => {
    class Broken extends WorkingDays {
      override dayOff(): never {
        throw new Error('broken');
      }
    }
    expect(() => dueDateOf(BuyerKind.AGENCY, delivered, new Broken(notices))).toThrow('broken');
  });
});

describe('what cannot be worked with', () => {
  test.each<[string, Partial<DueFacts>, unknown]>([
    ['nothing is wrong', delivered, null],
    ['no fact at all', {}, ['DUE_FACT_MISSING', { field: 'deliveredOn', kind: 'PAYMENT' }]],
    [
      'a confirmed amount alone',
      { confirmedOn: '2026-03-01' },
      ['DUE_FACT_MISSING', { field: 'deliveredOn', kind: 'PAYMENT' }],
    ],
    [
      'progress that nobody confirmed',
      { ...delivered, kind: PayableKind.PROGRESS },
      ['DUE_FACT_MISSING', { field: 'confirmedOn', kind: 'PROGRESS' }],
    ],
    [
      'a deposit without a day',
      { ...delivered, kind: PayableKind.DEPOSIT },
      ['DUE_FACT_MISSING', { field: 'refundOn', kind: 'DEPOSIT' }],
    ],
    [
      'another rule without its day',
      { ...delivered, specialBasis: '某法' },
      ['DUE_FACT_MISSING', { field: 'specialDueOn', kind: 'PAYMENT' }],
    ],
    ['another rule without its name', { ...delivered, specialDueOn: '2026-03-10' }, ['SPECIAL_RULE_UNNAMED', {}]],
    [
      'nor with an empty one',
      { ...delivered, specialDueOn: '2026-03-10', specialBasis: ' ' },
      ['SPECIAL_RULE_UNNAMED', {}],
    ],
    ['an empty name is none', { ...delivered, specialBasis: ' ' }, null],
    ['no days', { ...delivered, agreedDays: 0 }, ['AGREED_DAYS', { value: 0, most: '3650' }]],
    ['less than none', { ...delivered, agreedDays: -1 }, ['AGREED_DAYS', { value: -1, most: '3650' }]],
    ['half a day', { ...delivered, agreedDays: 1.5 }, ['AGREED_DAYS', { value: 1.5, most: '3650' }]],
    ['more than ten years', { ...delivered, agreedDays: 3651 }, ['AGREED_DAYS', { value: 3651, most: '3650' }]],
    ['ten years', { ...delivered, agreedDays: 3650 }, null],
    [
      'accepted before delivery',
      { ...delivered, acceptedOn: '2026-02-28' },
      ['DUE_FACTS_ORDER', { earlier: 'deliveredOn', first: '2026-03-01', later: 'acceptedOn', second: '2026-02-28' }],
    ],
    [
      'inspected until before delivery',
      { ...delivered, inspectionUntil: '2026-02-28' },
      [
        'DUE_FACTS_ORDER',
        { earlier: 'deliveredOn', first: '2026-03-01', later: 'inspectionUntil', second: '2026-02-28' },
      ],
    ],
    ['all on one day', { ...delivered, acceptedOn: '2026-03-01', inspectionUntil: '2026-03-01' }, null],
  ])('%s', (_what, change, fault) => {
    const facts = { ...nothing, ...change };
    const found = faultOfFacts(facts);
    expect(found && [found.reason, found.params]).toEqual(fault);
    const work = () => dueDateOf(BuyerKind.AGENCY, facts, calendar);
    if (fault === null) expect(work).not.toThrow();
    else expect(work).toThrow(Refusal);
  });
});

describe('whatever the facts', () => {
  const day = fc
    .date({ min: new Date('2021-01-01'), max: new Date('2025-06-30'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const facts = fc
    .record({
      kind: fc.constantFrom(...Object.values(PayableKind)),
      deliveredOn: day,
      inspectionUntil: fc.option(day),
      acceptedOn: fc.option(day),
      confirmedOn: day,
      refundOn: day,
      agreedDays: fc.option(fc.integer({ min: 1, max: 400 })),
      backToBack: fc.boolean(),
    })
    .map((one): DueFacts => ({ ...nothing, ...one }))
    .filter((one) => faultOfFacts(one) === null);
  const buyers = fc.constantFrom(...Object.values(BuyerKind));

  test('it is due on a working day no earlier than the last day, and organs never wait for more than 60 days', () => {
    fc.assert(
      fc.property(buyers, facts, (buyer, one) => {
        const { startedOn, lastDay, dueOn, days, skipped } = dueDateOf(buyer, one, calendar);
        expect(calendar.dayOff(dueOn!)).toBeNull();
        expect((Date.parse(dueOn!) - Date.parse(lastDay)) / 86_400_000).toBe(skipped.length);
        expect((Date.parse(lastDay) - Date.parse(startedOn)) / 86_400_000).toBe(days ?? 0);
        if (organs.includes(buyer)) expect(days ?? 0).toBeLessThanOrEqual(60);
      }),
    );
  });

  test('an inspection that is put off gains nothing', () => {
    fc.assert(
      fc.property(buyers, facts, day, (buyer, one, later) => {
        fc.pre(one.inspectionUntil !== null && later > one.inspectionUntil);
        const never = dueDateOf(buyer, { ...one, acceptedOn: null }, calendar);
        expect(dueDateOf(buyer, { ...one, acceptedOn: later }, calendar)).toEqual(never);
      }),
    );
  });
});
