import type { Emulator } from '../../start-emulator.ts'
import { documents } from './open-api.ts'

export type Coverage = { api: string; there: number; missing: string[] }

/** Which operations of Twilio's OpenAPI this emulator has a route for; it is asked itself. */
export async function coverageOf(emulator: Emulator): Promise<Coverage[]> {
  const coverages: Coverage[] = []
  for (const { prefix = '', name = '', document } of documents) {
    const coverage: Coverage = { api: name.replace('twilio_', '').replace('_', ' '), there: 0, missing: [] }
    for (const [path, operations] of Object.entries<Record<string, unknown>>(document.paths)) {
      for (const method of ['GET', 'POST', 'DELETE'].filter((each) => operations[each.toLowerCase()] !== undefined)) {
        if (await hasRoute(emulator, method, prefix + path)) coverage.there++
        else coverage.missing.push(`${method} ${path}`)
      }
    }
    coverages.push(coverage)
  }
  return coverages
}

/** A known path answers 405 to a method it does not have, an unknown one 404. */
async function hasRoute({ url, accountSid, authToken }: Emulator, method: string, template: string): Promise<boolean> {
  const isAccount = /\/Accounts\/\{Sid\}/.test(template)
  const path = template
    .replace('{AccountSid}', accountSid)
    .replaceAll(/\{\w+\}/g, isAccount ? accountSid : `XX${'0'.repeat(32)}`)
  const headers = { Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` }
  const ask = async (how: string) => (await fetch(url + path, { method: how, headers })).status
  return (await ask('PUT')) === 405 && (await ask(method)) !== 405
}

/** As the documentation's table has it: what is missing, by the first two names of its path. */
export function tableRow({ api, there, missing }: Coverage): string {
  const groups = Map.groupBy(missing, groupOf)
  const parts = [...groups].toSorted(([a], [b]) => a.localeCompare(b)).map(([name, all]) => `${name} (${all.length})`)
  return `| ${api} | ${there} of ${there + missing.length} | ${parts.join(', ') || 'nothing'} |`
}

function groupOf(operation: string): string {
  const path = operation.replace(/^\w+ (\/2010-04-01(\/Accounts\/\{AccountSid\})?|\/v\d+)/, '').replace('.json', '')
  const names = path.split('/').filter((part) => part !== '' && !part.startsWith('{'))
  return names.slice(0, 2).join('/')
}
