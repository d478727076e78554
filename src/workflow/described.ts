import type { Text } from '../messages/language.js';

/** The words of a table as descriptions of the values of its GraphQL enum: for `valuesConfig` of `registerEnumType`. */
export function described<Value extends string>(
  words: Readonly<Record<Value, Text>>,
): Record<Value, { description: string }> {
  const entries = Object.entries<Text>(words).map(([value, { en, zh }]) => [value, { description: `${en}. ${zh}` }]);
  return Object.fromEntries(entries);
}
