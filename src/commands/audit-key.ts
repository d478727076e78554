import { newSigningKey } from '../audit/signing-key.js';
import { run } from './run.js';

run(async () => {
  process.stdout.write(`${Buffer.from(JSON.stringify(await newSigningKey())).toString('base64')}\n`);
});
