import { ask } from './doors.js'
import { become, currentOpenid, onPerson, randomOpenid } from './phone.js'
import { currentLocale, onLocale, word } from './words.js'

const list = document.getElementById('people')
const input = document.getElementById('openid')
let people = []

/** The people of this world to choose from, anybody else by their OpenID, and people nobody has seen before. */
export async function showWho() {
  onLocale(show)
  onPerson(show)
  document.getElementById('newcomer').addEventListener('click', () => become(randomOpenid()))
  document.getElementById('whoForm').addEventListener('submit', (event) => {
    event.preventDefault()
    become(input.value)
    input.value = ''
  })
  people = (await ask('/local/people')).people
  show()
}

function show() {
  const mine = people.find(({ openid }) => openid === currentOpenid())
  document.getElementById('whoNow').textContent = mine ? mine.name[currentLocale()] : currentOpenid()
  input.placeholder = word('openid')
  list.replaceChildren(...people.map(chipOf))
}

function chipOf({ openid, name, role }) {
  const chip = document.createElement('button')
  chip.type = 'button'
  chip.textContent = name[currentLocale()]
  chip.setAttribute('aria-pressed', String(openid === currentOpenid()))
  chip.addEventListener('click', () => become(openid))
  if (role && name[currentLocale()].toLowerCase() !== word(role)) {
    const badge = document.createElement('span')
    badge.className = 'role'
    badge.textContent = word(role)
    chip.append(' ', badge)
  }
  return chip
}
