import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { createLog, maskNumber } from './log'

function logTo() {
  const lines: string[] = []
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  return { log: createLog('info', destination), text: () => lines.join('') }
}

describe('the log', () => {
  test('never shows a secret, whatever object it stands in', () => {
    const { log, text } = logTo()
    log.info(
      { authToken: 'first-secret', request: { authorization: 'Bearer second-secret', cookie: 'third-secret' } },
      'asked',
    )
    log.info({ twilio: { authToken: 'fourth-secret' }, config: { secret: 'fifth-secret' } }, 'configured')
    expect(text()).not.toMatch(/(first|second|third|fourth|fifth)-secret/)
    expect(text()).toContain('[redacted]')
  })

  test('leaves out what is below its level', () => {
    const { log, text } = logTo()
    log.debug({ body: 'Dear Dana' }, 'text received')
    expect(text()).toBe('')
  })
})

describe('maskNumber', () => {
  test('keeps enough of a number to recognise it, too little to call it', () => {
    expect(maskNumber('+14155550123')).toBe('+1415•••0123')
    expect(maskNumber('+1234')).toBe('•••')
  })
})
