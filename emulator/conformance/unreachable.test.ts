import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { ann, codeOf, own, useStage } from './helpers/stage.ts'

describe('an application that cannot be asked', () => {
  const stage = useStage()
  const dialWith = async (voiceUrl: string) => {
    await stage().configure(own, { voiceUrl })
    const sid = await stage().dial(ann)
    await stage().advance(30_000)
    return { sid, codes: await stage().notifications() }
  }

  it('because it speaks no HTTP: 11206', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.end('220 mail.example.com ESMTP\r\n', () => socket.destroy())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : address
    const { sid, codes } = await dialWith(`http://127.0.0.1:${port}/`)
    server.close()
    expect(codes).toEqual([11206])
    expect(await stage().said(sid)).toEqual(["We're sorry, an application error has occurred. Goodbye."])
  })

  it('because there is no TLS where it shall be: 11220', async () => {
    const { codes } = await dialWith(`${stage().app.url.replace('http:', 'https:')}/voice`)
    expect(codes).toEqual([11220])
  })

  it('because a Redirect leads nowhere: 11100', async () => {
    const sid = await stage().callInto('<Response><Say>Hi</Say><Redirect>http://[</Redirect></Response>')
    await stage().advance(1000)
    expect(await stage().notifications()).toEqual([11100])
    expect((await stage().call(sid)).status).toBe('completed')
  })
})

describe('what is told of a document', () => {
  const stage = useStage()

  it.each([
    ['a Play inside a Gather that is not audio', '<Gather timeout="0"><Play>/page</Play></Gather>', '13325', '0'],
    ['a Play that is not audio', '<Play>/page</Play>', '13420', '0'],
    ['a Say of more than 4,096 characters', `<Say>${'a'.repeat(4097)}</Say>`, '13521', '1'],
    ['a Dial on a leg that is no SIP leg to be referred', '<Refer><Sip>sip:a@example.com</Sip></Refer>', '13801', '0'],
    ['a Pause of no length', '<Pause length="x"/>', '13910', '1'],
  ])('of %s is %s, an error (0) or a warning (1): %s %s', async (_what, verb, errorCode, log) => {
    stage().app.on('/page', { type: 'text/html', body: '<html></html>' })
    const sid = await stage().callInto(`<Response><Say>Hi</Say>${verb}</Response>`)
    await stage().advance(300_000)
    expect(await stage().client.calls(sid).notifications.list()).toMatchObject([{ errorCode, log }])
  })

  it('is refused by REST with a method for the fallback that is none: 21209', async () => {
    const call = { from: own, to: ann, url: stage().app.url, fallbackMethod: 'PUT' }
    expect(await codeOf(stage().client.calls.create(call))).toBe(21209)
  })
})
