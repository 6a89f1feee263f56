import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { coverageOf, tableRow } from './helpers/coverage.ts'
import { useStage } from './helpers/stage.ts'

describe('the table of what is covered', () => {
  const stage = useStage()

  it('says what the emulator has of Twilio’s OpenAPI, no more and no less', async () => {
    const text = await readFile(new URL('../../docs/emulator.md', import.meta.url), 'utf8')
    const rows = text.split('\n').filter((line) => /^\| (api|messaging|lookups|pricing) v\d+ \|/.test(line))
    expect(rows).toEqual((await coverageOf(stage().emulator)).map(tableRow))
  })

  it('answers 20404 for an operation that is not there', async () => {
    const { emulator, client } = stage()
    const missing = (await coverageOf(emulator)).flatMap((coverage) => coverage.missing)
    expect(missing.length).toBeGreaterThan(50)
    const { accountSid, authToken, url } = emulator
    const headers = { Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` }
    const unknown = missing.filter((operation) => operation.startsWith('GET /2010'))
    for (const operation of unknown) {
      const path = operation
        .slice(4)
        .replace('{AccountSid}', accountSid)
        .replaceAll(/\{\w+\}/g, 'X')
      const answer = await fetch(url + path, { headers })
      expect([path, answer.status, (await answer.json()).code]).toEqual([path, 404, 20404])
    }
    await expect(client.api.v2010.account.sip.domains.list()).rejects.toMatchObject({ code: 20404 })
  })
})
