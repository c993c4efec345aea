import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import reactHooks from 'eslint-plugin-react-hooks'

const clockMessage = 'The clock is an argument: take an instant or a business day.'
const randomMessage = 'Randomness is an argument: take the number, the id or the seed.'

const readsOfTheClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clockMessage },
  { selector: "CallExpression[callee.name='Date']", message: clockMessage },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: clockMessage },
  { selector: "MemberExpression[object.name='performance'][property.name='now']", message: clockMessage },
  { selector: 'CallExpression[callee.name=/^(dayjs|utc)$/][arguments.length=0]', message: clockMessage },
]

/** Forbids the names themselves, and reaching them through the global object. */
function withoutGlobals(...names) {
  return {
    'no-restricted-globals': ['error', ...names],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: randomMessage },
      ...['globalThis', 'global', 'window', 'self'].flatMap((object) =>
        names.map(({ name, message }) => ({ object, property: name, message })),
      ),
    ],
  }
}

const clockGlobals = ['Date', 'performance', 'setTimeout', 'setInterval'].map((name) => ({
  name,
  message: clockMessage,
}))
const randomGlobals = ['crypto'].map((name) => ({ name, message: randomMessage }))

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', '.local*/', '.cache/', 'coverage/', '**/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'all' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // An interface may promise an answer later even where this adapter has it at once.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.tsx'],
    // A page's markup is long without being complicated.
    rules: { 'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['shared/**/*.ts', 'cloudfunctions/**/*.ts'],
    ignores: ['cloudfunctions/runtime/**', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...readsOfTheClock] },
  },
  {
    files: ['shared/rules/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: withoutGlobals(...clockGlobals, ...randomGlobals),
  },
  {
    // A test of a rule may make an instant from text, but its clock stands still too.
    files: ['shared/**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...readsOfTheClock], ...withoutGlobals(...randomGlobals) },
  },
  {
    files: ['miniprogram/**/*.{ts,tsx}', 'shared/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['miniprogram/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**'],
    rules: {
      'max-lines-per-function': 'off',
      // The SDK's types hide that some of its answers are promises.
      '@typescript-eslint/await-thenable': 'off',
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
