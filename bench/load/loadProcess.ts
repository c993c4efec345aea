import type { Round } from './loadMessages'
import { sendRound } from './sendRound'

// A process of its own, so that sending has its own event loop and takes nothing from the one that measures others.
process.on('message', (round: Round) => {
  sendRound(round).then(
    (result) => process.send?.(result),
    (error: Error) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.on('disconnect', () => process.exit(0))
