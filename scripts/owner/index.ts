import { parseArgs } from 'node:util'
import { connect } from '../../cloudfunctions/database/cloud'
import { readAccount } from '../cloud/credentials'
import { appointOwner, type Appointment } from './appointOwner'

function wordsOf(appointment: Appointment): string {
  switch (appointment.kind) {
    case 'appointed':
      return `${appointment.id} is the owner. In the app, 我的 now leads to the merchant's pages.`
    case 'hasOwner':
      return `The store has an owner (${appointment.id}). Nothing was changed; --member <id> makes another one.`
    case 'nobodyJoined':
      return 'Nobody has joined yet: open the app, join with one tap, and run this again.'
    case 'severalJoined':
      return [
        'Several people have joined. Say which one is the owner with --member <id>:',
        ...appointment.members.map(({ id, day }) => `  ${id}  joined ${day}`),
      ].join('\n')
    case 'notJoined':
      return `${appointment.id} has not joined. Nothing was changed.`
  }
}

/** `npm run owner -- [--member <id>]`: the first owner of a store in the real cloud. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { member: { type: 'string' } } })
  const { envId, secretId, secretKey } = readAccount(process.env)
  const cloud = connect({ env: envId, secretId, secretKey })
  const appointment = await appointOwner(cloud, values.member, Date.now())
  console.log(wordsOf(appointment))
  return appointment.kind === 'appointed'
}

main().then(
  (appointed) => {
    process.exitCode = appointed ? 0 : 1
  },
  (error: Error) => {
    console.error(`owner: ${error.message}`)
    process.exitCode = 1
  },
)
