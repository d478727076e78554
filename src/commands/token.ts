import { departmentCodes } from '../../seeds/reference.js';
import { issueToken } from '../server/demonstration-issuer.js';
import { run, Usage } from './run.js';

run(async ([persona], config) => {
  if (!persona) throw new Usage('Usage: npm run -s token -- PERSONA, such as department:TAX or department:TAX#li');
  if (config.authIssuer) throw new Usage('AUTH_ISSUER is set: get tokens from that issuer.');
  process.stdout.write(`${await issueToken(config.dataDir, persona, await departmentCodes())}\n`);
});
