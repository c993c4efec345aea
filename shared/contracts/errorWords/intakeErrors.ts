import type { Words } from '@shared/kernel/words'

/** Orders that another system tells of. */
export const INTAKE_ERRORS = {
  INTAKE_METHOD: {
    zh: '此地址只接受 POST 请求。请改用 POST。',
    en: 'This address takes POST requests only. Send it as POST.',
  },
  INTAKE_BODY: {
    zh: '请求内容无法读取，整批未处理：{detail}。请改正后重发。',
    en: 'The request cannot be read, so none of it was done: {detail}. Correct it and send it again.',
  },
  INTAKE_HEADER: {
    zh: '请求头 {header} 缺失或格式不对。请按接入文档签名后重发。',
    en: 'The header {header} is missing or malformed. Sign the request as the protocol says and send it again.',
  },
  INTAKE_KEY: {
    zh: '密钥 {key} 不存在或已停用。请向店主索取有效的密钥。',
    en: "Key {key} is not there or was switched off. Ask the shop's owner for a valid one.",
  },
  INTAKE_TIMESTAMP: {
    zh: '请求的时间与服务器相差超过 5 分钟（服务器时间 {now}）。请校准时钟后重新签名。',
    en: 'The timestamp is more than 5 minutes from the time here, {now}. Set the clock and sign again.',
  },
  INTAKE_SIGNATURE: {
    zh: '签名不正确，没有处理。请检查密钥和签名的内容。',
    en: 'The signature does not match, so nothing was done. Check the secret and what is signed.',
  },
  INTAKE_NONCE: {
    zh: '这个随机串已经用过，请求没有处理。重发时请换新的随机串并重新签名，已记入的内容不会重复。',
    en: 'This nonce was used before, so nothing was done. To send again, take a new nonce and sign again; what is in already is not counted twice.',
  },
  INTAKE_SOURCE_TAKEN: {
    zh: '来源 {source} 已有密钥。请用“更换密钥”，或换一个来源名称。',
    en: 'Source {source} has keys already. Replace its key, or choose another name.',
  },
  INTAKE_SOURCE_RESERVED: {
    zh: '来源名称 {source} 由系统保留。请换一个名称。',
    en: 'The name {source} is kept for the shop itself. Choose another one.',
  },
  INTAKE_KEY_NOT_FOUND: {
    zh: '找不到这个密钥。请刷新页面后重试。',
    en: 'This key cannot be found. Refresh the page and try again.',
  },
  INTAKE_TWO_KEYS: {
    zh: '来源 {source} 已有两个有效密钥。请先停用旧的，再生成新的。',
    en: 'Source {source} has two valid keys already. Switch the old one off before making another.',
  },
} as const satisfies Record<string, Words>
