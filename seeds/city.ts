import { Dice } from './dice.js';
import { type CityEntity, type Entity, registryRow } from './entity.js';
import { population } from './population.js';
import { insuranceDebtsOf, taxDebtsOf } from './records/arrears.js';
import { contractsOf, prepaidCardsOf, professionalsOf, supervisionsOf } from './records/contracts.js';
import { governmentDishonestyOf, paymentDishonestyOf } from './records/dishonesty.js';
import { creditGradesOf, environmentalGradesOf, starsOf, taxGradesOf } from './records/grades.js';
import {
  highTechsOf,
  honoursOf,
  modelCooperativesOf,
  patentsOf,
  specialisedOf,
  subsidiesOf,
  volunteeredBy,
} from './records/honours.js';
import { licencesOf } from './records/licences.js';
import { abnormalActivitiesOf, abnormalitiesOf, briberiesOf, judgmentsOf, seriousListingsOf } from './records/lists.js';
import { penaltiesOf } from './records/penalties.js';
import { brokenCommitmentsOf, commitmentsOf } from './records/promises.js';
import { registrationsOf } from './records/registrations.js';
import type { Desk, Row } from './records/row.js';
import { stories } from './stories.js';

export type { CityEntity } from './entity.js';

/** What one department submits under one catalogue item: rows keyed by field. */
export interface CitySubmission {
  item: string;
  rows: Record<string, string>[];
}

type Kind = (entity: Entity, desk: Desk) => Row[];

/** How the records of each item of the catalogue come about. */
const kinds: Readonly<Record<string, Kind>> = {
  MARKET_REGISTRATION: registrationsOf,
  MARKET_LICENCE: (entity, desk) => licencesOf(entity, 'MARKET', desk),
  MARKET_PENALTY: (entity, desk) => penaltiesOf(entity, 'MARKET', desk),
  MARKET_ABNORMAL_OPERATION: abnormalitiesOf,
  MARKET_SERIOUS_DISHONESTY: (entity, desk) => seriousListingsOf(entity, 'MARKET', desk),
  MARKET_PATENT: patentsOf,
  TAX_GRADE_A: (entity, { next }) => taxGradesOf(entity, { next, dice: new Dice(`tax grade ${entity.code}`) }).best,
  TAX_GRADE: (entity, { next }) => taxGradesOf(entity, { next, dice: new Dice(`tax grade ${entity.code}`) }).other,
  TAX_ARREARS: taxDebtsOf,
  COURT_UNPERFORMED_JUDGMENT: judgmentsOf,
  HRSS_SOCIAL_INSURANCE_ARREARS: insuranceDebtsOf,
  HRSS_WAGE_ARREARS_LIST: (entity, desk) => seriousListingsOf(entity, 'HRSS', desk),
  HOUSING_LICENCE: (entity, desk) => licencesOf(entity, 'HOUSING', desk),
  HOUSING_CONTRACT_PERFORMANCE: contractsOf,
  HOUSING_PROFESSIONAL: professionalsOf,
  ECOLOGY_PENALTY: (entity, desk) => penaltiesOf(entity, 'ECOLOGY', desk),
  ECOLOGY_ENVIRONMENTAL_GRADE: environmentalGradesOf,
  EMERGENCY_PENALTY: (entity, desk) => penaltiesOf(entity, 'EMERGENCY', desk),
  TRANSPORT_PENALTY: (entity, desk) => penaltiesOf(entity, 'TRANSPORT', desk),
  CULTURE_PENALTY: (entity, desk) => penaltiesOf(entity, 'CULTURE', desk),
  HEALTH_PENALTY: (entity, desk) => penaltiesOf(entity, 'HEALTH', desk),
  CULTURE_HOTEL_STAR: starsOf,
  DRC_HONOUR: honoursOf,
  DRC_COMMITMENT: commitmentsOf,
  DRC_BROKEN_COMMITMENT: brokenCommitmentsOf,
  DRC_CREDIT_GRADE: creditGradesOf,
  MIIT_SPECIALISED_SME: specialisedOf,
  MIIT_ENERGY_SUPERVISION: supervisionsOf,
  SCIENCE_HIGH_TECH: highTechsOf,
  FINANCE_PROCUREMENT_DISHONESTY: (entity, desk) => seriousListingsOf(entity, 'FINANCE', desk),
  FINANCE_SUBSIDY: subsidiesOf,
  COMMERCE_PREPAID_CARD: prepaidCardsOf,
  DISCIPLINE_BRIBERY: briberiesOf,
  SERVICES_LICENCE: (entity, desk) => licencesOf(entity, 'SERVICES', desk),
  SERVICES_VOLUNTARY: volunteeredBy,
  CIVIL_ABNORMAL_ACTIVITY: abnormalActivitiesOf,
  AGRICULTURE_MODEL_COOPERATIVE: modelCooperativesOf,
  DRC_GOVERNMENT_DISHONESTY: governmentDishonestyOf,
  MIIT_PAYMENT_DISHONESTY: paymentDishonestyOf,
};

/** Counts every series of numbers from 1. */
function numbering(): Desk['next'] {
  const last = new Map<string, number>();
  return (series) => {
    const number = (last.get(series) ?? 0) + 1;
    last.set(series, number);
    return number;
  };
}

/**
 * The demonstration city: entities that nobody founded and what their city knows of them.
 * The same at every call, at every place; it stands still on `today`.
 */
export function demonstrationCity(): { entities: CityEntity[]; submissions: CitySubmission[] } {
  const told = stories();
  const others = population();
  const next = numbering();
  const submissions = Object.entries(kinds).map(([item, kind]) => {
    const thrown = others
      .filter((entity) => !entity.told)
      .flatMap((entity) => kind(entity, { next, dice: new Dice(`${item} ${entity.code}`) }));
    return { item, rows: [...told.flatMap((story) => story.records[item] ?? []), ...thrown] };
  });
  return { entities: [...told.map((story) => story.entity), ...others].map(registryRow), submissions };
}
