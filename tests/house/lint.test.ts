import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

interface Planted {
  /** A file that exists, so that lint finds its types; its text is replaced by ours. */
  readonly file: string
  readonly text: string
  /** The rules that must complain of each line, in order. */
  readonly expected: readonly string[]
}

const PLANTED: readonly Planted[] = [
  {
    file: 'shared/rules/account/account.ts',
    text: [
      'export const a = new Date(0)',
      'export const b = Math.random()',
      'export const c = performance.timeOrigin',
      'export const d = globalThis.Date',
      "export const e = (): void => console.log('x')",
      'export const f = (x: any): unknown => x',
    ].join('\n'),
    expected: [
      'no-restricted-globals',
      'no-restricted-properties',
      'no-restricted-globals',
      'no-restricted-properties',
      'no-console',
      '@typescript-eslint/no-explicit-any',
    ],
  },
  {
    file: 'cloudfunctions/usecases/checkin/checkIn.ts',
    text: [
      'export const a = new Date()',
      'export const b = Date.now()',
      'const later = async (): Promise<void> => undefined',
      'export const c = (): void => { later() }',
      'export const d = (x: string): boolean => x == "1"',
    ].join('\n'),
    expected: [
      'no-restricted-syntax',
      'no-restricted-syntax',
      '',
      '@typescript-eslint/no-floating-promises',
      'eqeqeq',
    ],
  },
  {
    file: 'shared/kernel/fen.ts',
    text: `export const a = 1\n${'// one line more\n'.repeat(400)}export const z = (): number => {\n${'  void 0\n'.repeat(61)}  return 1\n}`,
    expected: [],
  },
]

const LINT = `
  import { ESLint } from 'eslint'
  import { readFileSync } from 'node:fs'
  const eslint = new ESLint()
  const answers = []
  for (const { file, text } of JSON.parse(readFileSync(0))) {
    const [{ messages }] = await eslint.lintText(text, { filePath: file })
    answers.push(messages.map(({ line, ruleId }) => ({ line, ruleId })))
  }
  console.log(JSON.stringify(answers))
`

type Complaint = { line: number; ruleId: string | null }

function lint(planted: readonly Planted[]): Complaint[][] {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', LINT], {
    cwd: root,
    input: JSON.stringify(planted),
  })
  if (stdout.length === 0) throw new Error(stderr.toString())
  return JSON.parse(stdout.toString()) as Complaint[][]
}

describe('lint', () => {
  const [rules = [], usecase = [], long = []] = lint(PLANTED)

  test.each([
    ['rules read neither clock nor chance, and log nothing', PLANTED[0], rules],
    ['use cases take the clock, and wait for what they start', PLANTED[1], usecase],
  ])('%s', (_, planted, complaints) => {
    const ofLine = (line: number): (string | null)[] =>
      complaints.filter((c) => c.line === line).map((c) => c.ruleId)
    planted?.expected.forEach((rule, index) => {
      if (rule === '') expect(ofLine(index + 1)).toEqual([])
      else expect(ofLine(index + 1)).toContain(rule)
    })
  })

  test('a file stays under 400 lines and a function on a screen', () => {
    const complained = long.map((complaint) => complaint.ruleId)
    expect(complained).toContain('max-lines')
    expect(complained).toContain('max-lines-per-function')
  })
})
