import { GraphQLScalarType, Kind } from 'graphql';
import { Refusal } from '../messages/refusal.js';

/** Exact yuan with two decimals, as text such as "118000.00". Never a float. */
export type Money = string;

const written = /^-?\d{1,16}(\.\d{1,2})?$/;

function readMoney(value: unknown): Money {
  if (typeof value !== 'string' || !written.test(value)) throw new Refusal('MONEY', { value: String(value) });
  const [whole, fraction = ''] = value.split('.') as [string, string?];
  const amount = `${whole.replace(/^(-?)0+(?=\d)/, '$1')}.${fraction.padEnd(2, '0')}`;
  return amount === '-0.00' ? '0.00' : amount;
}

/** Exact yuan, two decimals, as a string. */
export const MoneyScalar = new GraphQLScalarType<Money, string>({
  name: 'Money',
  description: 'Exact yuan with two decimals, as a string: "118000.00". Never a float. 金额（元）',
  serialize: (value) => value as string,
  parseValue: readMoney,
  parseLiteral: (node) => readMoney(node.kind === Kind.STRING ? node.value : undefined),
});
