const alias = { '^@/(.*)$': '<rootDir>/miniprogram/$1', '^@shared/(.*)$': '<rootDir>/shared/$1' }
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
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{cloudfunctions,shared,local,tests,scripts,bench,miniprogram}/**/*.test.{ts,tsx}'],
  moduleNameMapper: alias,
  transform: { '^.+\\.tsx?$': swc },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.local', '/fixtures/'],
  testTimeout: 30_000,
}
