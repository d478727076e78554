/** The laws of the one-way street (CONTRIBUTING.md): http -> resolver -> service -> rules -> entity -> database. */

/** What every room may stand on. */
const ground = [
  'config\\.ts$',
  'context\\.ts$',
  'messages/',
  'calendar/',
  'money/',
  'access/',
  'budget/',
  'database/',
  'audit/',
  'workflow/',
  'jobs/',
];

/** Capabilities from left to right: each may import those before it, none after it. */
const order = [
  'registry',
  'departments',
  'procurement',
  'attachments',
  'documents',
  'catalogue',
  'sharing',
  'records',
  'propagation',
  'collection',
  'dishonesty',
  'corrections',
  'readings',
  'objections',
  'screening',
  'arrears',
  'commitments',
  'disclosures',
  'repair',
  'restrictions',
  'lists',
  'profile',
  'fast-track',
  'reports',
  'alerts',
  'tasks',
];

const above = ['server/', 'commands/', 'main\\.ts$', 'platform\\.ts$'];

const capability = `^src/(${order.join('|')})/`;
const onlyFrom = (rooms) => `^src/(${rooms.join('|')})`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'ground-floor-imports-no-capability',
      severity: 'error',
      from: { path: onlyFrom(ground) },
      to: { path: [capability, onlyFrom(above)] },
    },
    ...order.map((room, i) => ({
      name: `street-${room}`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: onlyFrom([...order.slice(i + 1).map((right) => `${right}/`), ...above]) },
    })),
    {
      name: 'rules-import-only-rules',
      comment: 'Rules and workflow tables decide on values: no database, no service, no clock.',
      severity: 'error',
      from: { path: '\\.(rules|workflow)\\.ts$' },
      to: {
        path: '\\.(service|reads|resolver|inputs)\\.ts$|^src/(database|server)/|node_modules/(pg|@mikro-orm|kysely)/',
      },
    },
    {
      name: 'only-shield-knows-shield',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/access/shield\\.ts$' },
      to: { path: 'node_modules/graphql-(shield|middleware)/' },
    },
    {
      name: 'program-does-not-import-tests',
      severity: 'error',
      from: { path: '^(src|seeds|schema)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@apollo/server-gateway-interface$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      conditionNames: ['import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
