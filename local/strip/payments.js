import { ask } from './doors.js'
import { currentOpenid, onPerson } from './phone.js'
import { currentLocale, onLocale, word } from './words.js'

const LOOK_EVERY_MS = 2_000
const LANGUAGES = { zh: 'zh-CN', en: 'en-GB' }

const list = document.getElementById('payments')
const note = document.getElementById('payNote')
let payments = []
let shown = ''

/** The payment sheet of whoever holds the phone: what the shop asks for, to be paid or declined. */
export function showPayments() {
  onLocale(show)
  onPerson(() => {
    note.textContent = ''
    void look()
  })
  setInterval(() => void look(), LOOK_EVERY_MS)
}

async function look() {
  const openid = currentOpenid()
  try {
    const answer = await ask(`/local/wechat/payments?${new URLSearchParams({ openid })}`)
    if (openid !== currentOpenid()) return
    payments = answer.payments
    // Drawing again would take the button away under a finger.
    if (JSON.stringify(payments) !== shown) show()
  } catch (error) {
    note.textContent = error.message
  }
}

function show() {
  shown = JSON.stringify(payments)
  list.replaceChildren(...(payments.length === 0 ? [emptyLine()] : payments.map(sheetOf)))
}

function emptyLine() {
  const line = document.createElement('li')
  line.className = 'quiet'
  line.textContent = word('noPayments')
  return line
}

function sheetOf({ outTradeNo, description, amountFen }) {
  const sheet = document.createElement('li')
  sheet.className = 'payment'
  const amount = document.createElement('p')
  amount.className = 'now figure'
  amount.textContent = yuan(amountFen)
  const what = document.createElement('p')
  what.textContent = description
  const buttons = document.createElement('div')
  buttons.className = 'line'
  buttons.append(buttonOf('pay', outTradeNo, 'success'), buttonOf('decline', outTradeNo, 'decline'))
  sheet.append(amount, what, buttons)
  return sheet
}

function buttonOf(name, outTradeNo, outcome) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = word(name)
  if (outcome === 'success') button.className = 'primary'
  button.addEventListener('click', () => void decide(button.closest('.payment'), outTradeNo, outcome))
  return button
}

async function decide(sheet, outTradeNo, outcome) {
  for (const button of sheet.querySelectorAll('button')) button.disabled = true
  try {
    await ask('/local/wechat/pay', { outTradeNo, outcome })
    note.textContent = word(outcome === 'success' ? 'paid' : 'declined')
  } catch (error) {
    note.textContent = error.message
  } finally {
    await look()
    // One that still waits can be tapped again.
    for (const button of sheet.querySelectorAll('button')) button.disabled = false
  }
}

function yuan(fen) {
  const format = new Intl.NumberFormat(LANGUAGES[currentLocale()], { style: 'currency', currency: 'CNY' })
  return format.format(fen / 100)
}
