import { ask } from './doors.js'
import { currentOpenid, onPerson } from './phone.js'
import { onLocale, word } from './words.js'

const LOOK_EVERY_MS = 5_000
const list = document.getElementById('messages')
let messages = []
let trouble = ''

/** What WeChat delivered to whoever holds the phone. */
export function showMessages() {
  onLocale(show)
  onPerson(() => void look())
  setInterval(() => void look(), LOOK_EVERY_MS)
}

async function look() {
  const openid = currentOpenid()
  try {
    const answer = await ask(`/local/wechat/messages?${new URLSearchParams({ openid })}`)
    if (openid !== currentOpenid()) return
    messages = answer.messages
    trouble = ''
  } catch (error) {
    trouble = error.message
  }
  show()
}

function show() {
  const hint = trouble || (messages.length === 0 && word('noMessages'))
  const lines = [...(hint ? [lineOf(hint, 'quiet')] : []), ...messages.map(({ text }) => lineOf(text))]
  list.replaceChildren(...lines)
}

function lineOf(text, style = '') {
  const line = document.createElement('li')
  line.textContent = text
  line.className = style
  return line
}
