const QUIET_MS = 2_000
const STEP_MS = 5_000

/** Runs something and says on stderr that it goes on, once it takes longer than two seconds. */
export async function slowly<T>(what: string, run: (show: () => void) => Promise<T>): Promise<T> {
  const startedAt = Date.now()
  let shown = false
  const show = () => {
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    console.error(seconds === 0 ? `${what} …` : `${what} … ${seconds} s`)
    shown = true
  }
  const timers = [setTimeout(show, QUIET_MS), setInterval(show, STEP_MS)]
  try {
    return await run(show)
  } finally {
    timers.forEach(clearTimeout)
    if (shown) console.error(`${what}: done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
  }
}
