/** SQLSTATEs and system errors of a database that is not there: it stops, starts, is full of connections or out of reach. */
const unreachable = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** The pool's own failures have no code. */
const lost = /timeout exceeded when trying to connect|Connection terminated/;

/** What a failure of the database means to whoever waits for the answer; undefined when it is a fault of ours. */
export function meaningOfFailure(error: unknown): 'TIMEOUT' | 'UNAVAILABLE' | 'COLLIDED' | undefined {
  const { code, message } = error as { code?: string; message?: string };
  if (code === '57014') return 'TIMEOUT';
  // deadlock detected: two deeds waited for each other, and this one gave way
  if (code === '40P01') return 'COLLIDED';
  return (code !== undefined && unreachable.has(code)) || lost.test(message ?? '') ? 'UNAVAILABLE' : undefined;
}

/** For the log: what went wrong and where in the code, without the values that a database repeats in its messages. */
export function stripped(cause: unknown): { type: string; code?: string; message: string; stack?: string } {
  // the queue hands on copies of errors, which are no Errors any more
  const { name = 'Error', message, code, stack } = (cause ?? {}) as Partial<Error> & { readonly code?: string };
  if (message === undefined) return { type: typeof cause, message: 'not an Error' };
  const fromDatabase = code !== undefined && /^[0-9A-Z]{5}$/.test(code);
  return {
    type: name,
    ...(code !== undefined && { code }),
    message: fromDatabase ? 'database error' : message,
    // a stack begins with the message, which may have lines of its own
    stack: stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
  };
}
