import { connect, type Socket } from 'node:net';

/** What one spell of load brought. */
export interface Sample {
  readonly requests: number;
  readonly seconds: number;
  /** How long each answer took in ms, in ascending order. */
  readonly latencies: Float64Array;
}

const endOfHead = Buffer.from('\r\n\r\n');

/**
 * Asks the requests in random order over keep-alive connections, each of which sends the next one when its answer is
 * there. It speaks just enough HTTP over bare sockets (status, Content-Length), so that it takes little of the processor
 * that the servers share with it.
 */
export async function load(
  port: number,
  requests: readonly Buffer[],
  connections: number,
  seconds: number,
): Promise<Sample> {
  const latencies: number[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const one = () => converse(port, () => requests[Math.floor(Math.random() * requests.length)]!, until, latencies);
  await Promise.all(Array.from({ length: connections }, one));
  const took = (performance.now() - begun) / 1000;
  return { requests: latencies.length, seconds: took, latencies: Float64Array.from(latencies).sort() };
}

/** One connection, until the time is over. */
function converse(port: number, next: () => Buffer, until: number, latencies: number[]): Promise<void> {
  return new Promise((settle, fail) => {
    let sentAt = 0;
    let missing = 0;
    let head: Buffer | undefined;
    const send = () => {
      sentAt = performance.now();
      socket.write(next());
    };
    const received = (chunk: Buffer): void => {
      if (missing > 0) {
        missing -= chunk.length;
      } else {
        head = head ? Buffer.concat([head, chunk]) : chunk;
        const end = head.indexOf(endOfHead);
        // the buffer is filled anew by the next read: what is kept must be a copy
        if (end < 0) {
          head = Buffer.from(head);
          return;
        }
        missing = lengthOf(head.toString('latin1', 0, end)) - (head.length - end - endOfHead.length);
        head = undefined;
      }
      if (missing > 0) return;
      const now = performance.now();
      latencies.push(now - sentAt);
      if (now < until) send();
      else socket.end();
    };
    const socket: Socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      // one buffer a connection instead of a new one for every read
      onread: {
        buffer: Buffer.alloc(64 * 1024),
        callback: (length, buffer) => {
          try {
            received((buffer as Buffer).subarray(0, length));
          } catch (error) {
            socket.destroy(error as Error);
          }
          return true;
        },
      },
    });
    socket.on('connect', send);
    socket.on('error', fail);
    socket.on('close', () => (performance.now() >= until ? settle() : fail(new Error('a server hung up'))));
  });
}

function lengthOf(head: string): number {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 200') || length === undefined) throw new Error(`a server answered ${head}`);
  return Number(length);
}
