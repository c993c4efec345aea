import type { TimerRun } from '../../runtime/serveTimer'

const SLICE = 10
/** Of the run's time: what is under way may ask WeChat twice, and what comes after has its turn as well. */
const KEPT_BACK_MS = 20_000

/**
 * Does what is due, some at a time, while the run has time; answers how many there were. One that fails raises an alert,
 * is put off and does not keep the others from theirs.
 */
export async function inSlices<T>(
  { hasTime, alert }: TimerRun,
  readDue: (limit: number) => Promise<readonly T[]>,
  work: (item: T) => Promise<unknown>,
  putOff: (item: T) => Promise<unknown>,
): Promise<number> {
  let done = 0
  while (hasTime(KEPT_BACK_MS)) {
    const due = await readDue(SLICE)
    await Promise.all(
      due.map(async (item) => {
        try {
          await work(item)
        } catch (error) {
          alert(error)
          await putOff(item)
        }
      }),
    )
    done += due.length
    if (due.length < SLICE) break
  }
  return done
}
