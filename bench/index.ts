import { measureBundles } from './bundles'
import { measureDueWork } from './due/dueFigures'
import { HttpFigures } from './httpFigures'
import { measureIntake } from './intake/intakeFigures'
import { measureLedger } from './ledger/ledgerFigures'
import { readOptions, USAGE, type BenchOptions } from './options'
import { measurePackages } from './packages'
import { measurePreview } from './preview/previewFigures'
import { measureRoundTrips } from './roundTrips'
import { openBenchStack } from './stack/benchStack'

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args)
  await measureCalls(options)
  if (options.parts.includes('due')) await measureDueWork(options.dueRounds)
  if (options.parts.includes('ledger')) await measureLedger(options.ledgerReads)
  if (options.parts.includes('preview')) await measurePreview(options.previews)
  if (options.parts.includes('intake')) await measureIntake(options.intakeEvents)
  if (options.parts.includes('bundles')) await measureBundles(options.starts)
  if (options.parts.includes('packages')) await measurePackages()
}

async function measureCalls(options: BenchOptions): Promise<void> {
  const subjects = (['checkin', 'home'] as const).filter((subject) => options.parts.includes(subject))
  if (subjects.length === 0) return
  const bench = await openBenchStack()
  const http = new HttpFigures(bench, options)
  try {
    for (const subject of subjects) await measureRoundTrips(bench, subject)
    for (const subject of subjects) await http.measure(subject)
  } finally {
    http.close()
    await bench.close()
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message.startsWith('--') ? `${error.message}\n${USAGE}` : error)
  process.exitCode = 1
})
