/** An index: its fields in order. The platform's own index on `_id` is not listed. */
export interface Index {
  readonly name: string
  readonly keys: readonly { readonly field: string; readonly direction: 1 | -1 }[]
  readonly unique?: boolean
}

export interface Collection {
  readonly name: string
  readonly indexes: readonly Index[]
}

const index = (...fields: string[]): Index => ({
  name: fields.map((field) => field.replace(/^-/, '').replaceAll('.', '_')).join('_'),
  keys: fields.map((field) => ({
    field: field.replace(/^-/, ''),
    direction: field.startsWith('-') ? -1 : 1,
  })),
})

/** Every collection of the product with its indexes: the local cloud, `npm run indexes` and the tests read this list. */
export const collections = [
  {
    name: 'members',
    indexes: [
      index('dueDay'),
      index('tailSince'),
      index('growthVersion'),
      index('tier.version'),
      index('benefitsVersion'),
      index('wallet.settingsVersion'),
    ],
  },
  {
    name: 'journal',
    indexes: [
      index('member', '-seq'),
      index('member', 'day', '-seq'),
      index('member', 'kind', '-seq'),
      index('day', 'at', '_id'),
      index('day', 'kind', 'at', '_id'),
      index('filedAt'),
    ],
  },
  { name: 'orders', indexes: [index('member', 'placedAt'), index('source', '-placedAt', '-_id')] },
  { name: 'counterSales', indexes: [index('member', 'state', '-lapsesAt')] },
  {
    name: 'shopOrders',
    indexes: [
      index('member', '-placedAt', '-_id'),
      index('member', 'state', '-placedAt', '-_id'),
      index('state', '-placedAt', '-_id'),
      index('-placedAt', '-_id'),
      index('askedAt', '_id'),
      index('state', 'dueAt'),
    ],
  },
  { name: 'memberships', indexes: [index('member', '-createdAt', '-_id')] },
  { name: 'intakeKeys', indexes: [] },
  { name: 'intakeNonces', indexes: [index('expiresAt')] },
  { name: 'payments', indexes: [index('state', 'dueAt'), index('paidAt'), index('member', 'state')] },
  {
    name: 'refunds',
    indexes: [
      index('state', 'dueAt'),
      index('state', 'createdAt', '_id'),
      index('doneAt'),
      index('member', 'state'),
    ],
  },
  { name: 'billChecks', indexes: [] },
  { name: 'outbox', indexes: [index('state', 'nextTryAt'), index('member', 'at')] },
  { name: 'inbox', indexes: [index('member', 'at')] },
  {
    name: 'products',
    indexes: [
      index('isOnSale', '-listedAt', '-_id'),
      index('isOnSale', 'category', '-listedAt', '-_id'),
      index('category', '-listedAt', '-_id'),
      index('-listedAt', '-_id'),
    ],
  },
  { name: 'categories', indexes: [] },
  { name: 'stock', indexes: [index('product')] },
  { name: 'reservations', indexes: [index('dueAt')] },
  { name: 'favourites', indexes: [] },
  {
    name: 'coupons',
    indexes: [
      index('member', 'state', 'validUntilDay'),
      index('member', 'validUntilDay', '_id'),
      index('state', 'validUntilDay', 'member'),
      index('template', 'member', '_id'),
      index('reservation'),
    ],
  },
  {
    name: 'couponTemplates',
    indexes: [index('createdAt', '_id'), index('isOn', 'claimable', 'createdAt'), index('reservedAt')],
  },
  { name: 'couponJobs', indexes: [index('state', 'startedAt'), index('startedAt')] },
  {
    name: 'giftCards',
    indexes: [
      { ...index('codeHash'), unique: true },
      index('origin.buyer', '-sale.at', '-_id'),
      index('origin.batchId', 'origin.number'),
      index('origin.batchId', 'state'),
      index('state', 'sale.validUntil'),
    ],
  },
  { name: 'giftBatches', indexes: [index('state', 'createdAt'), index('createdAt')] },
  { name: 'cardTries', indexes: [index('endsAt')] },
  { name: 'settings', indexes: [] },
  { name: 'settingsHistory', indexes: [] },
  { name: 'staff', indexes: [] },
  { name: 'rollups', indexes: [] },
  { name: 'cursors', indexes: [] },
  { name: 'bookChecks', indexes: [] },
] as const satisfies readonly Collection[]

export type CollectionName = (typeof collections)[number]['name']
