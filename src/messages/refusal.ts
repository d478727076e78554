import { GraphQLError } from 'graphql';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './language.js';
import { type Reason, refusals } from './refusals.js';

/** What a message names: the offending value, field, limit … Never personal data of others. */
export type Params = Readonly<Record<string, string | number>>;

/** How a refusal is told to a person: the sentence, the rule it rests on and what to do now. */
export interface Explanation {
  readonly message: string;
  readonly basis: string | undefined;
  readonly remedy: string | undefined;
}

const formats = new Map<string, IntlMessageFormat>();

function render(template: string, language: Language, params: Params): string {
  const key = language + template;
  let format = formats.get(key);
  if (!format) {
    format = new IntlMessageFormat(template, language, undefined, { ignoreTag: true });
    formats.set(key, format);
  }
  return String(format.format(params));
}

/** The refusal's texts in a language. Codes and reasons are the same in every language. */
export function explain(reason: Reason, params: Params, language: Language): Explanation {
  const entry = refusals[reason];
  return {
    message: render(entry.text[language], language, params),
    basis: 'basis' in entry ? render(entry.basis, language, params) : undefined,
    remedy: 'remedy' in entry ? render(entry.remedy[language], language, params) : undefined,
  };
}

/**
 * An expected refusal: the caller's doing, not a fault of the server. It is written in English here and told in the
 * caller's language where the answer leaves the server.
 */
export class Refusal extends GraphQLError {
  readonly reason: Reason;
  readonly params: Params;

  constructor(reason: Reason, params: Params = {}) {
    const { message, basis, remedy } = explain(reason, params, 'en');
    super(message, { extensions: { code: refusals[reason].code, reason, ...params, basis, remedy } });
    this.reason = reason;
    this.params = params;
  }
}

/** The refusal behind an error, however many layers (scalar coercion, execution) have wrapped it. */
export function refusalBehind(error: unknown): Refusal | undefined {
  let cause = error;
  for (let depth = 0; depth < 5 && cause; depth++) {
    if (cause instanceof Refusal) return cause;
    cause = (cause as { originalError?: unknown }).originalError;
  }
  return undefined;
}
