/** SQLSTATEs and system errors of a database that is not there: it stops, starts, is full of connections or out of reach. */
const unreachable = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** The pool's own failures have no code. */
const lost = /timeout exceeded when trying to connect|Connection terminated/;

/** What a failure of the database means to whoever waits for the answer; undefined when it is a fault of ours. */
export function meaningOfFailure(error: unknown): 'TIMEOUT' | 'UNAVAILABLE' | undefined {
  const { code, message } = error as { code?: string; message?: string };
  if (code === '57014') return 'TIMEOUT';
  return (code !== undefined && unreachable.has(code)) || lost.test(message ?? '') ? 'UNAVAILABLE' : undefined;
}
