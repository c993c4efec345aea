import { buildApp } from './app'
import { buildFunctions } from './functions'
import { buildLocalStack } from './localStack'
import { slowly } from './slowly'

const PARTS = {
  functions: () => slowly('Building the functions', buildFunctions),
  local: () => slowly('Building the local stack', buildLocalStack),
  h5: () => slowly('Building the app for the browser', (show) => buildApp('h5', show)),
  weapp: () => slowly('Building the app for WeChat', (show) => buildApp('weapp', show)),
}

/** `build.ts <part>…`: builds the named parts; ends with 1 and what went wrong when one fails. */
async function main(names: string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in PARTS))
  if (names.length === 0 || unknown.length > 0) {
    throw new Error(`Name what to build: ${Object.keys(PARTS).join(', ')}`)
  }
  await Promise.all(names.map((name) => PARTS[name as keyof typeof PARTS]()))
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
