/** The store's zone has had no other offset since 1991, and WeChat Pay lives in it. */
const OFFSET_MS = 8 * 3_600_000

/** An instant as WeChat Pay writes it: `2026-03-01T10:00:00+08:00`. */
export function storeTimeText(at: number): string {
  return `${new Date(at + OFFSET_MS).toISOString().slice(0, 19)}+08:00`
}
