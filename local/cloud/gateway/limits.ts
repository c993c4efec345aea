/** What the cloud's document database refuses; kept as errors here, so that what passes here passes there. */
export const limits = {
  getDefaultDocuments: 100,
  getMaxDocuments: 1_000,
  documentBytes: 512 * 1024,
  payloadBytes: 6 * 1024 * 1024,
  collections: 100,
  indexesPerCollection: 100,
  transactionMs: 30_000,
  signatureSeconds: 600,
} as const
