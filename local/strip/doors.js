import { word } from './words.js'

/** What a door answers. Throws with words for people when it refuses or nobody is there. */
export async function ask(path, body) {
  const init = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const reply = await fetch(path, init).catch(() => {
    throw new Error(word('away'))
  })
  const answer = await reply.json()
  if (!reply.ok) throw new Error(answer.error.message)
  return answer
}
