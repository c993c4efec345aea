import type { zhIntakeKeys } from './zhIntakeKeys'

/** The words of the keys for systems that tell of orders. */
export const enIntakeKeys: typeof zhIntakeKeys = {
  title: 'Order intake keys',
  row: 'Order intake keys',
  hint: 'A mall or a till signs with a key what it tells of orders and refunds. Only the owner sees and manages keys.',
  empty: 'No system is connected',
  emptyHint:
    'A mall or a till can tell of its orders and refunds here, and members earn for them as for any other. Make it a key first.',
  add: 'Connect a system',
  name: 'Name of the system',
  namePlaceholder: 'such as mall',
  nameWrong: 'Use 1 to 32 small letters, digits or hyphens.',
  create: 'Make a key',
  rotate: 'Replace the key',
  both: 'Both keys are valid. Switch the old one off once the other side uses the new one.',
  noneValid:
    'It has no valid key, so its orders are refused. Make a new key under the same name to connect it again.',
  switchOff: 'Switch off',
  switchOffTitle: 'Switch this key off?',
  switchOffOne: 'It takes effect at once and for good. Orders and refunds signed with it are refused.',
  switchOffLast: (source: string) =>
    `This is the only valid key of ${source}. It takes effect at once and for good: its orders and refunds are refused.`,
  madeAt: (time: string) => `Valid · made ${time}`,
  offAt: (time: string) => `Switched off · ${time}`,
  madeTitle: 'New key',
  madeHint:
    "The secret is shown this once. Hand it to the other side's developer now, to be kept safe. A lost one can only be replaced.",
  keyId: 'Key id',
  secret: 'Secret',
  copy: 'Copy',
  kept: 'It is kept',
}
