import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

interface TabBar {
  list: { pagePath: string; text: string }[]
}

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  tabBar?: TabBar
  lazyCodeLoading?: string
  darkmode?: boolean
  usingComponents?: Record<string, string>
}

/** A built mini-program on disk: its pages, subpackages and files. Paths are relative with forward slashes. */
export class PackageTree {
  readonly root: string
  readonly appJson: AppJson
  readonly subpackages: string[]
  readonly pages: string[]
  readonly tabs: string[]

  /** Throws with what to do when there is no build in `root`. */
  constructor(root: string) {
    this.root = root
    if (!existsSync(path.join(root, 'app.json'))) {
      throw new Error(`There is no WeChat build in ${root}: run "npm run build" first`)
    }
    this.appJson = this.json('app') as unknown as AppJson
    const subs = this.appJson.subPackages ?? this.appJson.subpackages ?? []
    this.subpackages = subs.map((sub) => sub.root.replace(/\/+$/, ''))
    this.pages = [
      ...this.appJson.pages,
      ...subs.flatMap((sub) => sub.pages.map((page) => path.posix.join(sub.root, page))),
    ]
    this.tabs = this.appJson.tabBar?.list.map((tab) => tab.pagePath) ?? []
  }

  /** The subpackage that a file belongs to; '' is the main package. */
  packageOf(file: string): string {
    return this.subpackages.find((root) => file.startsWith(`${root}/`)) ?? ''
  }

  /** The configuration beside a file, `{}` where there is none. */
  json(id: string): Record<string, unknown> {
    const file = path.join(this.root, `${id}.json`)
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {}
  }

  files(suffix = ''): string[] {
    return readdirSync(this.root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
      .map((entry) => path.relative(this.root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort()
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), 'utf8')
  }
}
