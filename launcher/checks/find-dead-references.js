// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['src', 'emulator', 'launcher', 'test', 'bench', 'migrations', 'docs', 'public']
const path = new RegExp(
  String.raw`\x60((?:${folders.join('|')})/[\w./@{},<>*…-]+|[\w.-]+\.md|\.env\.example)(?::\d+)?\x60`,
  'g',
)

/**
 * The paths in backticks, in the repository's Markdown, that lead nowhere. `a/{b,c}.ts` means both; what has a
 * placeholder (`<verb>`, `*`, `…`) is checked up to it.
 * @param {string} root
 * @returns {{ checked: number, dead: string[] }}
 */
export function findDeadReferences(root) {
  const files = listMarkdown(root)
  const references = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(path)].flatMap(([, cited = '']) =>
      expandBraces(cited).map((one) => ({ file, cited, target: one.replace(/[<*…].*$/, '') })),
    ),
  )
  const isThere = (/** @type {string} */ target) =>
    existsSync(join(root, target)) || existsSync(join(root, 'docs', target))
  const dead = references
    .filter(({ target }) => !isThere(target))
    .map(({ file, cited }) => `${file} cites ${cited}, which does not exist.`)
  return { checked: references.length, dead: [...new Set(dead)] }
}

/**
 * @param {string} root
 * @returns {string[]}
 */
function listMarkdown(root) {
  const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`)
  return [...readdirSync(root), ...inDocs].filter((name) => name.endsWith('.md'))
}

/**
 * @param {string} cited
 * @returns {string[]}
 */
function expandBraces(cited) {
  const match = /^(.*?)\{([^}]*)\}(.*)$/.exec(cited)
  if (!match) return [cited]
  const [, before = '', inside = '', after = ''] = match
  return inside.split(',').flatMap((part) => expandBraces(`${before}${part}${after}`))
}
