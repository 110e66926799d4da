const PURE_LIBS = '^libs/(form|domain|screening|scoring|contracts)/';

/** Each rule says which sentence of the architecture it keeps true. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    rule(
      'domain-is-pure',
      'A pure library takes time, identity and randomness as arguments, so that history replays the same anywhere.',
      { path: PURE_LIBS, pathNot: '(\\.spec|given)\\.ts$' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'pure-libs-import-only-their-subject',
      'A pure library may import only the package it is about: typebox and ajv in form, decimal arithmetic in scoring and screening.',
      { path: PURE_LIBS, pathNot: '(\\.spec|given)\\.ts$' },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional'],
        pathNot: 'node_modules/(typebox|ajv|decimal\\.js)/',
      },
    ),
    rule(
      'form-knows-nobody',
      'form ← domain ← application ← apps',
      { path: '^libs/form/' },
      { path: '^(libs/(?!form/)|apps/)' },
    ),
    rule(
      'domain-knows-form-only',
      'form ← domain ← application ← apps',
      { path: '^libs/domain/' },
      { path: '^(libs/(?!form/|domain/)|apps/)' },
    ),
    rule(
      'beside-the-domain',
      'screening, scoring and documents stand on form, beside domain.',
      { path: '^libs/(screening|scoring|documents)/' },
      { path: '^(libs/(?!form/|screening/|scoring/|documents/)|apps/)' },
    ),
    rule(
      'screening-scoring-documents-are-strangers',
      'Each of the three is usable alone; screening reads scoring rules through scoring.',
      { path: '^libs/(scoring|documents)/' },
      { path: '^libs/(screening|scoring|documents)/', pathNot: '^libs/$1/' },
    ),
    rule(
      'event-store-knows-no-domain',
      'Another product could take the store as it is.',
      { path: '^libs/event-store/' },
      { path: '^(libs/(?!event-store/)|apps/)' },
    ),
    rule(
      'contracts-import-form-and-domain',
      'Shapes follow the domain, never the reverse.',
      { path: '^libs/contracts/' },
      { path: '^(libs/(?!contracts/|form/|domain/|screening/|scoring/)|apps/)' },
    ),
    rule(
      'audit-stands-on-application',
      'What proves the history is derived from events alone: no read model, queue or document stands between.',
      { path: '^libs/audit/' },
      { path: '^(libs/(?!audit/|event-store/|application/|contracts/|domain/|form/)|apps/)' },
    ),
    rule(
      'the-log-is-mathematics',
      'Whoever verifies a package offline runs this code: hashes and nothing else.',
      { path: '^libs/audit/log/', pathNot: '\\.spec\\.ts$' },
      { path: '^(libs/(?!audit/log/)|apps/|node_modules/)' },
    ),
    rule(
      'web-sees-what-browsers-may',
      'The pages share words, form and judgement with the server, never its machinery.',
      { path: '^apps/web/', pathNot: '(\\.spec|vite\\.config)\\.ts$' },
      {
        path: '^libs/(?!contracts/|form/|domain/|screening/|scoring/)',
      },
    ),
    rule(
      'web-without-node',
      'What runs in a browser finds none of Node there.',
      { path: '^apps/web/', pathNot: '(\\.spec|vite\\.config)\\.ts$' },
      { dependencyTypes: ['core'] },
    ),
    rule('libs-never-know-apps', 'Apps import libs.', { path: '^libs/' }, { path: '^apps/' }),
    rule(
      'apps-are-strangers',
      'Apps meet in libs only.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    rule(
      'nothing-sees-tests',
      'What ships does not know how it is tested.',
      { path: '^(apps|libs)/' },
      { path: '^tests/' },
    ),
    rule(
      'enter-by-the-front-door',
      'A module enters through its index.ts.',
      { path: '^(apps|libs)/([^/]+)/' },
      {
        path: '^libs/',
        pathNot: [
          '^libs/$2/',
          '^libs/[^/]+/index\\.ts$',
          '^libs/domain/[^/]+\\.ts$',
          '^libs/(domain|platform)/[^/]+/index\\.ts$',
        ],
      },
    ),
    rule(
      'nest-only-in-apps-and-platform',
      'The framework is a guest at the edge.',
      { path: '^libs/(?!platform/)' },
      { path: 'node_modules/@nestjs/' },
    ),
    rule(
      'cli-without-the-framework',
      'A command answers at once; what serves HTTP is a process of its own.',
      { path: '^apps/cli/' },
      { path: 'node_modules/@nestjs/', reachable: true },
    ),
    rule('no-circular', 'A cycle is two modules that are one.', {}, { circular: true }),
    rule(
      'no-orphans',
      'Delete what nothing uses.',
      {
        orphan: true,
        path: '^(apps|libs)/',
        pathNot: ['\\.spec\\.ts$', '/main\\.tsx?$', 'index\\.ts$', '\\.d\\.ts$', 'vite\\.config\\.ts$'],
      },
      {},
    ),
    rule(
      'not-to-unresolvable',
      'An unknown alias would pass every other rule.',
      {},
      { couldNotResolve: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['mubiao', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
