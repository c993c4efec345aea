import { fork, type ChildProcess } from 'node:child_process'
import { inProject } from '../../scripts/build/places'
import type { Episode, EpisodeResult } from './episodes'

/**
 * Runs episodes side by side in processes of their own, and tells of each as it ends. Begins no more after the first
 * that failed. Rejects when a process ends by itself: that is a fault of the simulation, not of the product.
 */
export async function runEpisodes(
  episodes: Iterable<Episode>,
  processes: number,
  ended: (result: EpisodeResult) => void,
): Promise<void> {
  const left = episodes[Symbol.iterator]()
  let failed = false
  const work = async (): Promise<void> => {
    const child = fork(inProject('tests/simulation/episodeProcess.ts'), {
      execArgv: ['--import', 'tsx', '--max-semi-space-size=64'],
    })
    try {
      for (let next = left.next(); !next.done && !failed; next = left.next()) {
        const result = await runIn(child, next.value)
        failed ||= result.failure !== null
        ended(result)
      }
    } finally {
      if (child.connected) child.disconnect()
    }
  }
  await Promise.all(Array.from({ length: processes }, work))
}

function runIn(child: ChildProcess, episode: Episode): Promise<EpisodeResult> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void =>
      reject(new Error(`the process of episode ${episode.episode} ended with ${code}`))
    child.once('exit', onExit)
    child.once('message', (result: EpisodeResult) => {
      child.off('exit', onExit)
      resolve(result)
    })
    child.send(episode)
  })
}
