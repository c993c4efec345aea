import path from 'node:path'

// The same from dist/local/, where this is bundled into the local stack.
/** The project's folder. */
export const ROOT = path.resolve(__dirname, '../..')

/** A path inside the project. */
export function inProject(...parts: string[]): string {
  return path.join(ROOT, ...parts)
}
