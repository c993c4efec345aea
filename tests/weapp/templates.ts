import vm from 'node:vm'
import { TmplGroup } from 'glass-easel-template-compiler'
import type { template } from 'glass-easel'
import type { PackageTree } from './packageTree'
import type { Problems } from './problems'

type Templates = Record<string, template.ComponentTemplate['content']>

/** Compiles every wxml and wxs file of the package; what the compiler warns of is a problem. */
export function compileTemplates(tree: PackageTree, problems: Problems): Templates {
  const group = new TmplGroup()
  for (const file of tree.files('.wxs')) group.addScript(file.replace(/\.wxs$/, ''), tree.read(file))
  for (const file of tree.files('.wxml')) {
    const warnings = group.addTmpl(file.replace(/\.wxml$/, ''), tree.read(file)) as unknown[]
    for (const warning of warnings) problems.add(file, warning)
  }
  const compiled = vm.runInThisContext(`(${group.getTmplGenObjectGroups()})`) as Templates
  group.free()
  return compiled
}
