import { openApp } from './phone.js'
import { onLocale, word } from './words.js'

const input = document.getElementById('code')

/** A mini-program code hands over its scene, a code of a web address the address as q. */
export function showScan() {
  onLocale(() => (input.placeholder = word('code')))
  document.getElementById('scanForm').addEventListener('submit', (event) => {
    event.preventDefault()
    const code = input.value.trim()
    openApp(/^https?:\/\//.test(code) ? { q: encodeURIComponent(code) } : { scene: encodeURIComponent(code) })
  })
}
