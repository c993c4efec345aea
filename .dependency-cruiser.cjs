/**
 * "Who may import whom", as a table. What a part is not given here it may not import: neither a part of the
 * house, nor a package, nor a module of Node's. The order is that of docs/architecture.md.
 */
const PARTS = {
  kernel: '^shared/kernel/',
  rules: '^shared/rules/',
  contracts: '^shared/contracts/',
  database: '^cloudfunctions/database/',
  wechat: '^cloudfunctions/wechat/',
  usecases: '^cloudfunctions/usecases/',
  runtime: '^cloudfunctions/runtime/',
  functions: '^cloudfunctions/(shopper|merchant|payNotify|orderIntake|everyMinute|hourly|daily)/',
  miniprogram: '^miniprogram/',
}

const TABLE = {
  kernel: { parts: [], packages: ['dayjs'] },
  rules: { parts: ['kernel'] },
  contracts: { parts: ['kernel'], typesOf: ['rules'], packages: ['zod'] },
  database: { parts: ['kernel', 'rules'], packages: ['@cloudbase/node-sdk'], node: true },
  wechat: { parts: ['kernel'], packages: ['wechatpay-axios-plugin', 'zod'], node: true },
  // Of runtime only the shape of a call; see docs/adr/0007.
  usecases: {
    parts: ['kernel', 'rules', 'contracts', 'database'],
    typesOf: ['wechat', 'runtime'],
    node: true,
  },
  // Of rules the roles, which serve checks; see docs/adr/0007.
  runtime: { parts: ['kernel', 'rules', 'contracts', 'database', 'wechat'], packages: ['zod'], node: true },
  functions: { parts: ['runtime', 'usecases'] },
  miniprogram: {
    parts: ['kernel'],
    typesOf: ['contracts', 'rules'],
    packages: ['@tarojs/', '@nutui/', 'react', 'dayjs', 'swr', 'qrcode-generator'],
  },
}

const TEST_FILE = '[.]test[.]tsx?$'
const PACKAGE = (name) => `(^|/)node_modules/${name}${name.endsWith('/') ? '' : '/'}`
const BUSINESS_DAY = '^shared/kernel/businessDay[.]ts$'

function rulesOfPart(part) {
  const { parts, typesOf = [], packages = [], node = false } = TABLE[part]
  const own = PARTS[part]
  const from = { path: own, pathNot: TEST_FILE }
  const given = [own, ...[...parts, ...typesOf].map((name) => PARTS[name]), ...packages.map(PACKAGE)]
  const rules = [
    {
      name: `${part}-imports-only-what-it-is-given`,
      comment: `The table gives ${part}: ${[...parts, ...typesOf.map((n) => `types of ${n}`), ...packages].join(', ') || 'nothing'}.`,
      severity: 'error',
      from,
      to: { pathNot: given, dependencyTypesNot: ['core'] },
    },
  ]
  if (!node) {
    rules.push({
      name: `${part}-runs-without-node`,
      comment: `${part} also runs where there is no Node, or must not touch the machine.`,
      severity: 'error',
      from,
      to: { dependencyTypes: ['core'] },
    })
  }
  if (typesOf.length > 0) {
    rules.push({
      name: `${part}-takes-types-only`,
      comment: `Of ${typesOf.join(' and ')}, ${part} may import types only.`,
      severity: 'error',
      from,
      to: { path: typesOf.map((name) => PARTS[name]), dependencyTypesNot: ['type-only'] },
    })
  }
  return rules
}

module.exports = {
  forbidden: [
    ...Object.keys(TABLE).flatMap(rulesOfPart),
    {
      name: 'only-the-business-day-knows-time-zones',
      severity: 'error',
      from: { pathNot: [BUSINESS_DAY, TEST_FILE] },
      to: { path: `${PACKAGE('dayjs')}plugin/timezone` },
    },
    {
      name: 'nobody-imports-local-tests-bench',
      comment: 'They may import anything; what ships or builds must stand without them.',
      severity: 'error',
      from: { pathNot: ['^(local|tests|bench)/', TEST_FILE] },
      to: { path: '^(local|tests|bench)/' },
    },
    {
      name: 'nobody-imports-a-test',
      severity: 'error',
      from: {},
      to: { path: TEST_FILE },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need one another are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Else imports of types vanish before they are looked at.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Anchored: a package's own dist/ must stay in sight, or importing the package would not be seen.
    exclude: { path: '^(dist|[.]local|[.]cache)/|^tests/.+/fixtures/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
