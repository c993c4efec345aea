const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
const LENGTH = 24

/** 24 characters, some 124 bits: enough that no two commands ever meet. Not a secret. */
export function randomId(): string {
  let id = ''
  while (id.length < LENGTH) id += ALPHABET[Math.floor(Math.random() * ALPHABET.length)]
  return id
}
