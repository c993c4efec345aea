const KEY = 'changke.strip.locale'

const WORDS = {
  zh: {
    subtitle: '这台电脑上的整家店',
    language: 'English',
    who: '我是谁',
    become: '切换',
    newcomer: '新顾客',
    openid: 'OpenID',
    owner: '店主',
    manager: '店长',
    clerk: '店员',
    date: '店里的日期',
    day1: '+1 天',
    day7: '+7 天',
    day30: '+30 天',
    turning: '时间正在前进,到期的定时任务依次运行…',
    turned: '运行了 {runs} 次定时任务',
    turnFailed: '运行了 {runs} 次定时任务,其中 {failed} 次失败',
    scan: '扫一扫',
    open: '打开',
    code: '输入或粘贴码的内容',
    scanNote: '小程序会像扫了这个码一样打开。',
    payments: '微信支付',
    noPayments: '没有等待支付的订单。',
    pay: '支付',
    decline: '取消',
    paid: '已支付。',
    declined: '已取消，可以再次支付。',
    messages: '微信消息',
    noMessages: '还没有收到消息。',
    away: '本地服务没有回应,请确认 npm start 仍在运行。',
  },
  en: {
    subtitle: 'The whole shop on this machine',
    language: '中文',
    who: 'Who I am',
    become: 'Switch',
    newcomer: 'Newcomer',
    openid: 'OpenID',
    owner: 'owner',
    manager: 'manager',
    clerk: 'clerk',
    date: 'The date in the shop',
    day1: '+1 day',
    day7: '+7 days',
    day30: '+30 days',
    turning: 'Time goes on; timers that fall due run one after another…',
    turned: 'Timer runs: {runs}',
    turnFailed: 'Timer runs: {runs}, of which failed: {failed}',
    scan: 'Scan',
    open: 'Open',
    code: 'Type or paste what a code holds',
    scanNote: 'The app opens as if this code had been scanned.',
    payments: 'WeChat Pay',
    noPayments: 'Nothing waits to be paid.',
    pay: 'Pay',
    decline: 'Decline',
    paid: 'Paid.',
    declined: 'Declined; it can be paid later.',
    messages: 'Messages in WeChat',
    noMessages: 'No messages yet.',
    away: 'The local stack does not answer. Is npm start still running?',
  },
}

const listeners = []
let locale = localStorage.getItem(KEY) === 'en' ? 'en' : 'zh'

export function currentLocale() {
  return locale
}

/** A text of the strip, with its blanks filled in. */
export function word(name, values = {}) {
  return WORDS[locale][name].replace(/\{(\w+)\}/g, (_, key) => values[key])
}

/** Runs now, and again whenever the language changes. */
export function onLocale(show) {
  listeners.push(show)
  show()
}

export function switchLocale() {
  locale = locale === 'zh' ? 'en' : 'zh'
  localStorage.setItem(KEY, locale)
  for (const show of listeners) show()
}
