const KEY = 'changke.openid'
const frame = document.getElementById('app')
const listeners = []

let openid = sessionStorage.getItem(KEY) ?? randomOpenid()

export function currentOpenid() {
  return openid
}

/** Runs now, and again whenever somebody else holds the phone. */
export function onPerson(show) {
  listeners.push(show)
  show()
}

/** The app, opened anew by this person. */
export function become(next) {
  openid = next
  openApp()
  for (const show of listeners) show()
}

/** Opens the app from its start, with what WeChat would hand to it. */
export function openApp(launch = {}) {
  sessionStorage.setItem(KEY, openid)
  frame.src = `/app/?${new URLSearchParams({ openid, ...launch })}`
}

export function randomOpenid() {
  return `visitor-${crypto.randomUUID().slice(0, 8)}`
}
