import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { spokenAttributes } from './spokenAttributes'

interface MiniPlatform {
  readonly template?: { mergeComponents(ctx: IPluginContext, patch: object): void }
  runtimePath: string | string[]
}

/** Lets `ariaRole` and `ariaLabel` of a View through to WeChat. */
export default function spokenPlugin(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, spokenAttributes)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'spokenRuntime.ts')].flat()
    },
  })
}
