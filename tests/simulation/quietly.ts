/** What the functions log as faults while they run quietly, the last at the end. */
const FAULTS_KEPT = 3
const faults: string[] = []

/** What the functions said went wrong lately: the reason for an answer that only names a reference. */
export const lastFaults = (): string => faults.join('\n')

/** Runs work without the log lines of the functions: a run writes millions of them. */
export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { info, error } = console
  faults.length = 0
  console.info = () => undefined
  console.error = (...parts: unknown[]) => {
    faults.push(parts.map((part) => (part instanceof Error ? part.stack : String(part))).join(' '))
    faults.splice(0, faults.length - FAULTS_KEPT)
  }
  try {
    return await work()
  } finally {
    Object.assign(console, { info, error })
  }
}
