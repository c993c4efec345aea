import { runEpisode, type Episode } from './episodes'

// A process of its own: a run moves the clock of the whole process, and two of them use two cores.
process.on('message', (episode: Episode) => {
  runEpisode(episode).then(
    (result) => process.send?.(result),
    (error: Error) => {
      console.error(`episode ${episode.episode}:`, error)
      process.exit(1)
    },
  )
})
process.on('disconnect', () => process.exit(0))
