import { ask } from './doors.js'
import { openApp } from './phone.js'
import { currentLocale, onLocale, word } from './words.js'

const ZONE = 'Asia/Shanghai'
const LOOK_EVERY_MS = 20_000
const LANGUAGES = { zh: 'zh-CN', en: 'en-GB' }

const day = document.getElementById('day')
const note = document.getElementById('dateNote')
const knobs = document.querySelectorAll('#turns button, #turns input')
let now = Date.now()

/** The store's date, and ways to turn it on. */
export async function showDate() {
  onLocale(show)
  for (const button of document.querySelectorAll('#turns button')) {
    button.addEventListener('click', () => void turn({ advanceDays: Number(button.dataset.days) }))
  }
  // Nine in the morning, as the shop opens.
  day.addEventListener(
    'change',
    () => day.value > dayOf(now) && void turn({ now: `${day.value}T09:00:00+08:00` }),
  )
  setInterval(() => void look(), LOOK_EVERY_MS)
  await look()
}

async function look() {
  try {
    now = Date.parse((await ask('/local/clock')).now)
    show()
  } catch (error) {
    note.textContent = error.message
  }
}

async function turn(to) {
  for (const knob of knobs) knob.disabled = true
  note.textContent = word('turning')
  try {
    const { ran } = await ask('/local/clock', to)
    const sum = (key) => ran.reduce((total, timer) => total + timer[key], 0)
    const [runs, failed] = [sum('runs'), sum('failed')]
    note.textContent = word(failed ? 'turnFailed' : 'turned', { runs, failed })
    openApp()
  } catch (error) {
    note.textContent = error.message
  } finally {
    for (const knob of knobs) knob.disabled = false
    await look()
  }
}

function show() {
  const format = new Intl.DateTimeFormat(LANGUAGES[currentLocale()], {
    timeZone: ZONE,
    dateStyle: 'full',
    timeStyle: 'short',
  })
  document.getElementById('dateNow').textContent = format.format(now)
  day.min = dayOf(now)
  day.value = dayOf(now)
  day.setAttribute('aria-label', word('date'))
}

function dayOf(instant) {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(instant)
}
