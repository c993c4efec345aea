import { EmptyComposedBackendContext } from 'glass-easel'
import type { Activity } from './activity'

export type Theme = 'light' | 'dark'

export const SCREEN = { widthPx: 390, heightPx: 844, pixelRatio: 2, statusBarPx: 47, homeBarPx: 34 }

/** A screen that draws nothing: the engine keeps the tree, this answers for the size and says when a frame is done. */
export class Screen extends EmptyComposedBackendContext {
  constructor(
    private readonly theme: Theme,
    private readonly activity: Activity,
  ) {
    super()
  }

  override getWindowWidth(): number {
    return SCREEN.widthPx
  }

  override getWindowHeight(): number {
    return SCREEN.heightPx
  }

  override getDevicePixelRatio(): number {
    return SCREEN.pixelRatio
  }

  override getTheme(): string {
    return this.theme
  }

  override render(frameDone: (error: Error | null) => void): void {
    this.activity.setTimeout(() => frameDone(null), 0)
  }
}
