import { openRaceShop, type RaceShop } from './raceShop'
import { runSlice, type Slice } from './slice'

/** The functions log each call, and those who lose are no news. */
console.info = () => undefined

// A process of its own, so that two of them use two cores.
let shop: Promise<RaceShop> | undefined
process.on('message', (slice: Slice) => {
  shop ??= openRaceShop()
  shop
    .then((open) => runSlice(open, slice))
    .then(
      (result) => process.send?.(result),
      (error: Error) => {
        console.error(`race ${slice.name}:`, error)
        process.exit(1)
      },
    )
})
process.on('disconnect', () => {
  void shop?.then((open) => open.close()).finally(() => process.exit(0))
})
