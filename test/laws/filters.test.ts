import { describe, expect, test } from '@jest/globals';
import { type GraphQLInputObjectType, isInputObjectType, isObjectType } from 'graphql';
import { ruleOf } from '../../src/access/access.decorator.js';
import { buildPlatformSchema } from '../../src/server/schema.js';

const schema = buildPlatformSchema();

/** Of which type a filter narrows the list, where the name does not say it. */
const narrows: Readonly<Record<string, string>> = {
  ArrearsFilter: 'ArrearsCase',
  CommitmentFilter: 'PolicyCommitment',
  EntityFilter: 'LegalEntity',
  RecordFilter: 'CreditRecord',
  RepairFilter: 'RepairApplication',
  SharingFilter: 'SharingRequest',
};

/** What a filter looks at that is no field of the rows themselves: the path to it. */
const elsewhere: Readonly<Record<string, string>> = {
  'ArrearsFilter.debtor': 'debtor.uscc',
  'ArrearsFilter.creditor': 'creditor.uscc',
  'ArrearsFilter.district': 'debtor.region.code',
  'ArrearsFilter.kind': 'contract.kind',
  'ArrearsFilter.awaitingMe': 'availableSteps.step',
  'ArrearsFilter.overdue': 'deadline.overdue',
  'ArrearsFilter.owedAtLeast': 'remaining',
  'ListEntryFilter.list': 'list.code',
  'ListEntryFilter.uscc': 'entity.uscc',
  'ListEntryFilter.onList': 'standing',
  'RecordFilter.class': 'item.class',
  'SharingFilter.awaitingMe': 'availableSteps.step',
  'FastTrackGrantFilter.rule': 'rule.code',
  'FastTrackGrantFilter.uscc': 'entity.uscc',
  'FastTrackGrantFilter.awaitingMe': 'availableSteps.step',
  'CorrectionFilter.awaitingMe': 'availableSteps.step',
  'TolerantAcceptanceFilter.applicant': 'applicant.uscc',
  'TolerantAcceptanceFilter.serviceItem': 'serviceItem.code',
  'TolerantAcceptanceFilter.department': 'department.code',
  'TolerantAcceptanceFilter.awaitingMe': 'availableSteps.step',
  'TolerantAcceptanceFilter.overdue': 'deadline.overdue',
  'CommitmentFilter.owner': 'owner.code',
  'CommitmentFilter.beneficiary': 'beneficiary.uscc',
  'CommitmentFilter.awaitingMe': 'availableSteps.step',
  'CommitmentFilter.overdue': 'deadline.overdue',
  'RepairFilter.record': 'record.id',
  'RepairFilter.unit': 'unit.code',
  'RepairFilter.awaitingMe': 'availableSteps.step',
  'RepairFilter.overdue': 'deadline.overdue',
  'ObjectionFilter.awaitingMe': 'availableSteps.step',
  'ObjectionFilter.overdue': 'deadline.overdue',
  'RestrictionFilter.awaitingMe': 'availableSteps.step',
  'RestrictionFilter.overdue': 'deadline.overdue',
  'RestrictionUseFilter.entity': 'uscc',
  'AlertFilter.watch': 'watch.id',
  'AlertFilter.unread': 'readAt',
  'AlertFilter.since': 'toldAt',
  'WatchFilter.kind': 'kinds',
  'WatchFilter.department': 'department.code',
  'DeliveryFilter.record': 'change.recordId',
  'DeliveryFilter.overdue': 'state',
};

const filters = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLInputObjectType => isInputObjectType(type) && type.name.endsWith('Filter'),
);

function field(typeName: string, name: string) {
  const type = schema.getType(typeName);
  return isObjectType(type) ? type.getFields()[name] : undefined;
}

/** The fields of the rows that an argument of a filter looks at; none when it looks at nothing that is shown. */
function lookedAt(filter: string, argument: string): { path: string; open: boolean }[] {
  let typeName = narrows[filter] ?? filter.replace(/Filter$/, '');
  const [stem] = argument.split(/(?:From|Until)$/) as [string];
  const candidates = elsewhere[`${filter}.${argument}`]?.split('.') ?? [
    [stem, `${stem}On`, `${stem}At`].find((name) => field(typeName, name)) ?? argument,
  ];
  return candidates.map((name) => {
    const found = field(typeName, name);
    const path = `${typeName}.${name}`;
    typeName = found ? String(found.type).replace(/[[\]!]/g, '') : '';
    return { path, open: found !== undefined && ruleOf(found)?.open === true };
  });
}

describe('a list is narrowed only by what is open to anyone: filtering betrays nothing', () => {
  test('there are filters, each of a list of a type that there is', () => {
    expect(filters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['EntityFilter', 'RecordFilter', 'SubmissionFilter']),
    );
    for (const { name } of filters) {
      expect(isObjectType(schema.getType(narrows[name] ?? name.replace(/Filter$/, '')))).toBe(true);
    }
  });

  test.each(
    filters.flatMap((filter) => Object.keys(filter.getFields()).map((argument) => [filter.name, argument] as const)),
  )('%s.%s', (filter, argument) => {
    const looks = lookedAt(filter, argument);
    expect(looks.filter(({ open }) => !open)).toEqual([]);
  });

  test.each([
    ['EntityFilter', 'kind status region industry establishedFrom establishedUntil'],
    ['RecordFilter', 'item class provider polarity severity state determinedFrom determinedUntil'],
  ])('%s has no other than %s', (name, known) => {
    const filter = filters.find((one) => one.name === name)!;
    expect(Object.keys(filter.getFields()).toSorted()).toEqual(known.split(' ').toSorted());
  });

  test('an argument that looks at a guarded field, or at none, is caught', () => {
    expect(lookedAt('EntityFilter', 'legalRepresentativeId')).toEqual([
      { path: 'LegalEntity.legalRepresentativeId', open: false },
    ]);
    expect(lookedAt('RecordFilter', 'naturalPerson')).toEqual([{ path: 'CreditRecord.naturalPerson', open: false }]);
    expect(lookedAt('RecordFilter', 'class')).toEqual([
      { path: 'CreditRecord.item', open: true },
      { path: 'CatalogueItem.class', open: true },
    ]);
  });
});
