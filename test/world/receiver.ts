import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** An event as it came, its signature verified. */
export interface Received {
  readonly id: string;
  /** What was posted; null where the signature was not that of the key. */
  readonly event: any;
}

/** A system that receives events, and what it answers. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** The key that it was told; until then nothing verifies. */
  secret: string;
  /** Status of its answers; HANGS: it takes the event and never answers. */
  answers: number | 'HANGS';
  close(): void;
}

/** Opens a receiver that takes everything. */
export async function openReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const id = String(request.headers['webhook-id']);
      receiver.received.push({ id, event: verified(Buffer.concat(chunks).toString(), request.headers as never) });
      if (receiver.answers === 'HANGS') return;
      const elsewhere = receiver.answers === 302 ? { location: `${receiver.url}/elsewhere` } : {};
      response.writeHead(receiver.answers, elsewhere).end('what nobody keeps');
    });
  });
  const verified = (body: string, headers: Record<string, string>): unknown => {
    try {
      return new Webhook(receiver.secret).verify(body, headers);
    } catch {
      return null;
    }
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    received: [],
    secret: '',
    answers: 204,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return receiver;
}
