import { registerEnumType } from 'type-graphql';

/** Grades of the comprehensive evaluation, the best first: GB/T 45255-2025. */
export enum Grade {
  A = 'A',
  B = 'B',
  C = 'C',
  D = 'D',
}
registerEnumType(Grade, {
  name: 'Grade',
  description:
    'Grade of the comprehensive evaluation of public credit (GB/T 45255-2025): a reference for supervision, never itself a sanction. 公共信用综合评价等级',
  valuesConfig: {
    A: { description: 'Excellent. 优' },
    B: { description: 'Good: where an entity stands of which nothing is recorded. 良' },
    C: { description: 'Fair. 中' },
    D: { description: 'Poor. 差' },
  },
});
