import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ann, bob, own, secondOwn, useStage } from './helpers/stage.ts'
import type { Received } from './helpers/receiver.ts'

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

const withUser = (url: string) => url.replace('http://', 'http://eva:s%40crét@')

const challenge = (extra = '') => ({
  status: 401,
  headers: { 'WWW-Authenticate': `Digest realm="app", nonce="n1", opaque="o1"${extra}` },
})
const isRight = (received: Received, quality: boolean): boolean => {
  const header = received.headers.authorization ?? ''
  const field = (name: string) => new RegExp(`\\b${name}="?([^",]*)"?`).exec(header)?.[1] ?? ''
  const first = md5('eva:app:s@crét')
  const second = md5(`${received.method}:${received.path}`)
  const middle = quality ? `n1:${field('nc')}:${field('cnonce')}:auth` : 'n1'
  return field('response') === md5(`${first}:${middle}:${second}`) && field('opaque') === 'o1'
}

describe('credentials in a webhook’s URL', () => {
  const stage = useStage()
  /** The receiver reads URLs without their user, which is part of what was signed. */
  const forgiveSignatures = () => stage().app.requests.forEach((each) => Object.assign(each, { isSigned: true }))

  it.each([
    ['with qop', ', qop="auth,auth-int"', true],
    ['of the older kind', '', false],
  ])('answer a Digest challenge %s, on the second request', async (_name, extra, quality) => {
    const url = stage().app.on('/sms', (received) =>
      received.headers.authorization !== undefined && isRight(received, quality)
        ? '<Response><Message>In</Message></Response>'
        : challenge(extra),
    )
    await stage().configure(own, { smsUrl: withUser(url) })
    await stage().text(ann, 'Hi')
    expect((await stage().inbox(ann))[0]!.body).toBe('In')
    expect(stage().app.requests.map((each) => each.headers.authorization?.slice(0, 6))).toEqual([undefined, 'Digest'])
    forgiveSignatures()
  })

  it('are refused once, not for ever', async () => {
    await stage().configure(own, { smsUrl: withUser(stage().app.on('/sms', challenge())) })
    await stage().text(ann, 'Hi')
    expect(stage().app.requests).toHaveLength(2)
    expect(await stage().notifications()).toEqual([11200])
    forgiveSignatures()
  })

  it('are kept from a server that asks in a way nobody knows', async () => {
    const url = stage().app.on('/sms', { status: 401, headers: { 'WWW-Authenticate': 'Negotiate' } })
    await stage().configure(own, { smsUrl: withUser(url) })
    await stage().text(ann, 'Hi')
    expect(stage().app.requests).toHaveLength(1)
    forgiveSignatures()
  })
})

describe('a text’s webhook', () => {
  const stage = useStage()

  it('by GET has its fields behind the query it already has', async () => {
    await stage().configure(own, { smsUrl: `${stage().app.on('/sms', '<Response/>')}?tenant=7`, smsMethod: 'GET' })
    await stage().text(ann, 'Hi')
    expect(stage().app.requests[0]).toMatchObject({ method: 'GET', params: { tenant: '7', Body: 'Hi' } })
    expect(stage().app.requests[0]!.path).toMatch(/^\/sms\?tenant=7&/)
  })

  it('may be asked for by GET for its status', async () => {
    await stage().configure(own, {
      smsUrl: stage().app.on('/sms', '<Response><Message action="/status" method="GET">Hi</Message></Response>'),
    })
    await stage().text(ann, 'Hi')
    await stage().advance(2000)
    const statuses = stage().app.requests.filter((each) => each.path.startsWith('/status'))
    expect(statuses.map((each) => [each.method, each.params['MessageStatus']])).toEqual([
      ['GET', 'sent'],
      ['GET', 'delivered'],
    ])
  })

  it.each([301, 302, 303])('loses its fields on a %i and is asked for by GET', async (status) => {
    stage().app.on('/moved', '<Response><Message>Moved</Message></Response>')
    await stage().configure(own, { smsUrl: stage().app.on('/sms', { status, headers: { Location: '/moved' } }) })
    await stage().text(ann, 'Hi')
    expect(stage().app.requests[1]).toMatchObject({ method: 'GET', path: '/moved', params: {} })
    expect((await stage().inbox(ann))[0]!.body).toBe('Moved')
  })

  it.each([307, 308])('keeps its fields and method on a %i', async (status) => {
    stage().app.on('/moved', '<Response/>')
    await stage().configure(own, { smsUrl: stage().app.on('/sms', { status, headers: { Location: '/moved' } }) })
    await stage().text(ann, 'Hi')
    expect(stage().app.requests[1]).toMatchObject({ method: 'POST', params: { Body: 'Hi' } })
  })

  it.each([
    ['304', 304],
    ['400', 400],
    ['503', 503],
  ])('that answers %s is a failure', async (_name, status) => {
    await stage().configure(own, { smsUrl: stage().app.on('/sms', { status }) })
    await stage().text(ann, 'Hi')
    expect(await stage().notifications()).toEqual([11200])
  })

  it.each([201, 202, 204])('that answers %i is content', async (status) => {
    await stage().configure(own, {
      smsUrl: stage().app.on('/sms', { status, body: status === 204 ? '' : '<Response/>' }),
    })
    await stage().text(ann, 'Hi')
    expect(await stage().notifications()).toEqual([])
  })

  it('that nobody listens at is noted as a failed connection', async () => {
    await stage().configure(own, { smsUrl: 'http://127.0.0.1:1/sms' })
    await stage().text(ann, 'Hi')
    expect(await stage().notifications()).toEqual([11205])
  })

  it('keeps cookies between two numbers, for four hours without a text', async () => {
    await stage().configure(own, {
      smsUrl: stage().app.on('/sms', { body: '<Response/>', headers: { 'Set-Cookie': 'step=1; Path=/' } }),
    })
    const hour = 3_600_000
    await stage().text(ann, '1')
    await stage().advance(3 * hour)
    await stage().text(ann, '2')
    await stage().text(bob, '3')
    await stage().advance(3 * hour)
    await stage().text(ann, '4')
    await stage().advance(4 * hour)
    await stage().text(ann, '5')
    expect(stage().app.requests.map((each) => each.headers.cookie)).toEqual([
      undefined,
      'step=1',
      undefined,
      'step=1',
      undefined,
    ])
  })

  it('keeps the cookies of one number from the other', async () => {
    const smsUrl = stage().app.on('/sms', { body: '<Response/>', headers: { 'Set-Cookie': 'a=1' } })
    await stage().configure(own, { smsUrl })
    await stage().configure(secondOwn, { smsUrl })
    await stage().text(ann, '1', own)
    await stage().text(ann, '2', secondOwn)
    expect(stage().app.requests[1]!.headers.cookie).toBeUndefined()
  })
})
