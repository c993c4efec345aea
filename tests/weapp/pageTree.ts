import { Component, NativeNode, TextNode, VirtualNode, type Element, type Node } from 'glass-easel'

/** All text that a page shows, pieces apart by a space. */
export function textOf(node: Node): string {
  const pieces: string[] = []
  visit(node, (each) => {
    if (each instanceof TextNode && each.textContent.trim() !== '') pieces.push(each.textContent.trim())
  })
  return pieces.join(' ')
}

/** What WeChat's quality scan counts: elements of the page, and how deep they lie. */
export function sizeOf(node: Node): { nodes: number; depth: number } {
  let nodes = 0
  let deepest = 0
  visit(node, (each, depth) => {
    if (!isCounted(each)) return
    nodes += 1
    deepest = Math.max(deepest, depth + 1)
  })
  return { nodes, depth: deepest }
}

/** The innermost element with exactly this text, else the innermost that contains it; undefined when there is none. */
export function findByText(root: Node, text: string): Element | undefined {
  let exact: Element | undefined
  let containing: Element | undefined
  visit(root, (each) => {
    if (!isCounted(each)) return
    const shown = textOf(each)
    if (shown === text) exact = each
    else if (shown.includes(text) && !(containing && exact)) containing = each
  })
  return exact ?? containing
}

export function findById(root: Node, id: string): Element | undefined {
  let found: Element | undefined
  visit(root, (each) => {
    if (isCounted(each) && each.id === id) found ??= each
  })
  return found
}

/** A disabled button swallows taps in WeChat. */
export function isDisabled(element: Element): boolean {
  for (let each: Element | null = element; each; each = each.getComposedParent()) {
    if (each instanceof NativeNode && each.is === 'button' && each.getAttribute('disabled') === true)
      return true
  }
  return false
}

function isCounted(node: Node): node is Element {
  return node instanceof NativeNode || node instanceof Component
}

function visit(node: Node, each: (node: Node, depth: number) => void, depth = 0): void {
  each(node, depth)
  if (node instanceof TextNode) return
  const below = node instanceof VirtualNode ? depth : depth + 1
  for (const child of node.getComposedChildren()) visit(child, each, below)
}
