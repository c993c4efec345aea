const alias = {
  '^@/(.*)$': '<rootDir>/miniprogram/$1',
  '^@shared/(.*)$': '<rootDir>/shared/$1',
  '^fast-check$': '<rootDir>/tests/support/fastCheck.cjs',
}
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  },
]
const common = {
  testEnvironment: 'node',
  moduleNameMapper: alias,
  transform: { '^.+\\.tsx?$': swc },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.local', '/fixtures/'],
}
const everything = {
  ...common,
  testMatch: ['<rootDir>/{cloudfunctions,shared,local,tests,scripts,bench,miniprogram}/**/*.test.{ts,tsx}'],
}
// The facts about the store once more, asked of the gateway within the process, as the simulation does.
const inProcess = {
  ...common,
  displayName: 'in process',
  globals: { CONFORMANCE_TRANSPORT: 'inProcess' },
  testMatch: ['<rootDir>/tests/conformance/{wire,writes,transactions,transactionLimit,localCloud}.test.ts'],
}
module.exports = {
  projects: process.env.CHANGKE_CONFORMANCE_ENV ? [everything] : [everything, inProcess],
  // Of the whole run: jest does not read it from a project.
  testTimeout: 30_000,
}
