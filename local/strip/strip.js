import { showDate } from './date.js'
import { showMessages } from './messages.js'
import { showPayments } from './payments.js'
import { openApp } from './phone.js'
import { showScan } from './scan.js'
import { showWho } from './who.js'
import { currentLocale, onLocale, switchLocale, word } from './words.js'

const languageButton = document.getElementById('language')

languageButton.addEventListener('click', switchLocale)
onLocale(() => {
  document.documentElement.lang = currentLocale() === 'zh' ? 'zh-CN' : 'en'
  languageButton.textContent = word('language')
  for (const element of document.querySelectorAll('[data-word]'))
    element.textContent = word(element.dataset.word)
})

openApp()
showScan()
showPayments()
showMessages()
await Promise.all([showWho(), showDate()])
