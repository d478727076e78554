import { GraphQLScalarType, Kind } from 'graphql';
import { Refusal } from '../messages/refusal.js';
import { usccFault } from './uscc.js';

/** The code, or a refusal that names the rule it breaks. */
export function readUscc(value: unknown): string {
  const code = typeof value === 'string' ? value : '';
  const fault = usccFault(code);
  if (!fault) return code;
  throw new Refusal(fault, { value: String(value).slice(0, 40), length: [...code].length, prefix: code.slice(0, 2) });
}

/** Unified social credit code. */
export const UsccScalar = new GraphQLScalarType<string, string>({
  name: 'USCC',
  description:
    'Unified social credit code, GB 32100-2015: 18 characters, check character verified, upper case. 统一社会信用代码',
  specifiedByURL: 'https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=24691C25985C1073D3A7C85629378AC0',
  serialize: (value) => value as string,
  parseValue: readUscc,
  parseLiteral: (node) => readUscc(node.kind === Kind.STRING ? node.value : undefined),
});
