import { expect } from '@jest/globals';
import { evaluationJob } from '../../src/profile/evaluation.jobs.js';
import type { Answer, City, Person } from '../world.js';

const lineShown = `count favourable adverse neutral inForce adverseInForce repaired withdrawn expired disputed amount latestOn
  records(first: 20) { id determinedOn polarity state }`;

/** What the stories look at of a grade. */
export const gradingShown = `grade score stored evaluatedOn notice edition { code inForceFrom }
  dimensions { points dimension { code weight base } }
  firedRules { points rule { code title basis points } records(first: 20) { id title state } }`;

/** A profile with everything on it. */
export const wholeProfile = `asOf knownAt says notice total { ${lineShown} }
  byClass: lines { class department { code } item { code } ${lineShown} }
  byDepartment: lines(by: DEPARTMENT) { class department { code } ${lineShown} }
  byItem: lines(by: ITEM) { item { code } ${lineShown} }
  commitments { given kept keptInPart notKept broken records { id } }
  timeline(first: 100) { totalCount edges { node { id determinedOn } } }
  grade { ${gradingShown} } gradeHistory { ${gradingShown} }`;

/** The answer to a question about an entity's profile. */
export const asksProfile = (
  who: Person,
  uscc: string,
  shown: string,
  time: { readonly asOf?: string; readonly knownAt?: string } = {},
): Promise<Answer> =>
  who.asks(
    `query ($uscc: USCC!, $asOf: Date, $knownAt: DateTime) {
      entity(uscc: $uscc) { profile(asOf: $asOf, knownAt: $knownAt) { ${shown} } } }`,
    { uscc, ...time },
  );

/** The profile of an entity as somebody sees it; a refusal fails the test. */
export async function profileFor(
  who: Person,
  uscc: string,
  shown: string = wholeProfile,
  time: { readonly asOf?: string; readonly knownAt?: string } = {},
): Promise<any> {
  const { data, refusals } = await asksProfile(who, uscc, shown, time);
  expect(refusals).toEqual([]);
  return data.entity.profile;
}

/** The grade and the score that somebody sees. */
export async function gradeFor(
  who: Person,
  uscc: string,
  time: { readonly asOf?: string; readonly knownAt?: string } = {},
): Promise<[string, number] | null> {
  const { grade } = await profileFor(who, uscc, 'grade { grade score }', time);
  return grade && [grade.grade, grade.score];
}

/** The nightly evaluation of a day. */
export const evaluates = (city: City, day: string): Promise<unknown> =>
  evaluationJob(city.platform).run(new Date(`${day}T00:05:00+08:00`), { rehearsed: false });
