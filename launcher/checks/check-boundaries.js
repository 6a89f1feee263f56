// @ts-check
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'

/**
 * Reads every import below a directory and holds it against the rules.
 * @param {string} directory with src, emulator and the rest
 * @param {import('dependency-cruiser').IConfiguration} rules
 * @returns {Promise<{ moduleCount: number, violations: string[] }>}
 */
export async function checkBoundaries(directory, rules) {
  const folders = ['src', 'emulator', 'launcher', 'test', 'bench'].filter((name) => existsSync(join(directory, name)))
  const { output } = await cruise(
    folders,
    { ...rules.options, baseDir: directory, ruleSet: { forbidden: rules.forbidden }, validate: true },
    {
      alias: { '@': join(directory, 'src') },
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'style'],
    },
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text.')
  const ours = output.modules.filter(({ source }) => folders.some((name) => source.startsWith(`${name}/`)))
  const violations = output.summary.violations.map(
    ({ from, to, rule }) => `${from} must not import ${to} (${rule.name})`,
  )
  return { moduleCount: ours.length, violations }
}
