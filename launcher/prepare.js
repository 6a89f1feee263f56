// @ts-check
import { areDependenciesInstalled } from './install/are-dependencies-installed.js'
import { findNode } from './install/find-node.js'
import { installDependencies } from './install/install-dependencies.js'
import { runAgainUnder } from './install/run-again-under.js'
import { root } from './root.js'

/**
 * What every command does first, under whatever Node the machine has: installs what is missing and goes on under a Node
 * that is new enough. Until it returns nothing may be imported that npm installs.
 */
export async function prepare() {
  if (!areDependenciesInstalled(root, process.env.NODE_ENV === 'production')) await installDependencies(root)
  const { execPath, platform, arch } = process
  const node = findNode(root, { execPath, version: process.versions.node, platform, arch })
  if (node !== execPath) await runAgainUnder(node)
}
