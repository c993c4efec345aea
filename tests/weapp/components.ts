import path from 'node:path'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import type { AppRealm } from './appRealm'
import type { PackageTree } from './packageTree'
import type { Problems } from './problems'
import type { Screen } from './screen'
import { compileTemplates } from './templates'

type Backend = ReturnType<MiniProgramEnv['associateBackend']>
type CodeSpace = ReturnType<MiniProgramEnv['createCodeSpace']>
export type Root = ReturnType<Backend['createRoot']>

/** Knows the package's pages and components; reads the file of each when it is first needed, as lazy loading does. */
export class Components {
  private readonly space: CodeSpace
  private readonly backend: Backend
  private readonly templates: ReturnType<typeof compileTemplates>
  private readonly defined = new Set<string>()

  constructor(
    private readonly tree: PackageTree,
    private readonly realm: AppRealm,
    private readonly problems: Problems,
    screen: Screen,
  ) {
    const environment = new MiniProgramEnv()
    this.space = environment.createCodeSpace('main', true)
    this.backend = environment.associateBackend(screen)
    this.templates = compileTemplates(tree, problems)
  }

  /** Throws with all problems so far when the page's file did not register a page. */
  createRoot(page: string): Root {
    this.define(page)
    try {
      return this.backend.createRoot('body', this.space, page)
    } catch (error) {
      throw new Error([`page ${page} cannot be made`, error, ...this.problems.found].join('\n'))
    }
  }

  private define(id: string): void {
    if (this.defined.has(id)) return
    this.defined.add(id)
    const config = this.tree.json(id)
    const usingComponents = this.usedBy(id, config)
    for (const used of Object.values(usingComponents)) this.define(used.slice(1))
    this.space.addComponentStaticConfig(id, { ...config, usingComponents })
    const content = this.templates[id]
    if (!content) {
      this.problems.add(id, 'has no wxml file')
      return
    }
    this.space.addCompiledTemplate(id, {
      groupList: this.templates,
      content,
      fallbackListenerOnNativeNode: true,
    })
    this.space.componentEnv(id, (registrars) => {
      try {
        this.realm.run(id, registrars)
      } catch (error) {
        this.problems.add(`${id}.js`, error)
      }
    })
  }

  /** The components that a file names, and those that app.json gives to all, by absolute path. */
  private usedBy(id: string, config: Record<string, unknown>): Record<string, string> {
    const absolute = (from: string, target: string): string =>
      target.startsWith('/') ? target : `/${path.posix.join(path.posix.dirname(from), target)}`
    const own = (config.usingComponents ?? {}) as Record<string, string>
    const global = this.tree.appJson.usingComponents ?? {}
    const used: Record<string, string> = {}
    for (const [tag, target] of Object.entries(global)) used[tag] = absolute('app', target)
    for (const [tag, target] of Object.entries(own)) used[tag] = absolute(id, target)
    return used
  }
}
