import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fetchMedia } from '@/lib/services/media/fetch-media'
import { forgetUnsentMedia } from '@/lib/services/media/forget-unsent-media'
import type { MessageMedia } from '@/shared/schemas/media'
import type { Message } from '@/shared/schemas/message'
import { startJourney, type Journey } from '../helpers/start-journey'
import { webhookSender } from '../helpers/webhook-sender'

const patience = { timeout: 15_000 }
let journey: Journey
let picture: Buffer
let handsets = 0
let nora: string

beforeAll(async () => {
  const pixels = sharp({ create: { width: 1_200, height: 800, channels: 3, background: '#3366aa' } })
  picture = await pixels
    .jpeg()
    .withExif({ IFD0: { Copyright: 'where it was taken' } })
    .toBuffer()
  journey = await startJourney({ role: 'all' })
})
afterAll(() => journey.close())
beforeEach(async () => {
  await journey.control('/faults', { method: 'DELETE' })
  handsets += 1
  nora = `+1415555${String(6000 + handsets)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: nora } })
})

const dataUrl = (type: string, bytes: Buffer) => `data:${type};base64,${bytes.toString('base64')}`
const phoneSends = (mediaUrls: string[], body = '') =>
  journey.control(`/phones/${encodeURIComponent(nora)}/messages`, {
    method: 'POST',
    body: { to: journey.ourNumber, body, mediaUrls },
  })
const newest = async (): Promise<Message> => {
  const list = await journey.api(`/messages?phoneNumber=${encodeURIComponent(nora)}`)
  return list.body.items[0]
}
const statuses = async () => (await newest()).media.map((media) => media.status)
const fileOf = async (index = 0): Promise<MessageMedia & { id: string }> => {
  const media = (await newest()).media[index]
  if (!media?.id) throw new Error('the text has no such file')
  return { ...media, id: media.id }
}
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(journey.server.url + path, { method, headers: { Authorization: 'Bearer admin-key-of-the-tests', ...headers } })
const upload = async (name: string, type: string, bytes: Uint8Array<ArrayBuffer> | Buffer, key?: string) => {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name, { type }))
  const response = await fetch(`${journey.server.url}/api/twilio/messages/media`, {
    method: 'POST',
    headers: { Authorization: 'Bearer admin-key-of-the-tests', ...(key && { 'Idempotency-Key': key }) },
    body: form,
  })
  // oxlint-disable-next-line typescript/no-explicit-any -- what a test reads it compares
  const body: any = await response.json()
  return { status: response.status, body }
}
const send = (mediaUrls: string[], body = 'Look') =>
  journey.api('/messages', { method: 'POST', body: { to: nora, body, mediaUrls } })
const filesInStore = async () => {
  const directory = join(journey.server.installation.config.dataDirectory, 'files')
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).length
}
const sendWebhook = (path: string, parameters: Record<string, string>) => {
  const { url } = journey.server
  return webhookSender({ url, publicOrigin: url, authToken: journey.emulator.authToken })(path, parameters)
}
async function signedText(mediaUrl: string) {
  const answer = await sendWebhook('sms', {
    MessageSid: `MM${Buffer.from(`${nora} ${mediaUrl.length}`).toString('hex').padEnd(32, '0').slice(0, 32)}`,
    From: nora,
    To: journey.ourNumber,
    Body: '',
    NumMedia: '1',
    MediaUrl0: mediaUrl,
    MediaContentType0: 'image/png',
  })
  expect(answer.status).toBe(200)
}

async function atTwilio(messageSid: string | null) {
  const secret = `${journey.emulator.accountSid}:${journey.emulator.authToken}`
  const headers = { Authorization: `Basic ${Buffer.from(secret).toString('base64')}` }
  const path = `${journey.emulator.url}/2010-04-01/Accounts/${journey.emulator.accountSid}/Messages/${messageSid}.json`
  return (await fetch(path, { headers })).status
}

/** Which tables hold the words, in any column. */
const everywhere = async () => {
  const tables = await journey.rows(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`,
  )
  const holders = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await journey.rows(
        `select from ${name} as t where t::text ilike '%SECRET-4711%' or t::text ilike '%secret-4711%'`,
      )
      return rows.length > 0 ? name : null
    }),
  )
  return holders.filter((name) => name !== null)
}
const remove = (id: string) => journey.api(`/messages/${id}`, { method: 'DELETE' })
const asJob = () => ({
  ...journey.server.installation,
  actor: { type: 'job' as const, task: 'test' },
  requestId: 'test',
})

describe('a picture from a handset', () => {
  test('is fetched from Twilio, kept, and shown with a thumbnail that is drawn anew', async () => {
    await phoneSends([dataUrl('image/jpeg', picture)], 'My certificate')
    await expect.poll(statuses, patience).toEqual(['stored'])
    const media = await fileOf()
    expect(media).toMatchObject({ contentType: 'image/jpeg', sizeBytes: picture.length, reason: null })
    expect(media.url).toBe(`/api/twilio/messages/media/${media.id}`)

    const whole = await get(media.url)
    expect(Buffer.from(await whole.arrayBuffer()).equals(picture)).toBe(true)
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': expect.stringMatching(/^inline; filename="file\.jpg"/),
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    const thumbnail = await get(media.thumbnailUrl ?? '')
    const drawn = await sharp(Buffer.from(await thumbnail.arrayBuffer())).metadata()
    expect(drawn).toMatchObject({ format: 'webp', width: 480, height: 320 })
    expect(drawn.exif).toBeUndefined()
  })

  test('comes with nine others: fetched at once, none is forgotten on the way', async () => {
    await phoneSends(
      Array.from({ length: 10 }, (_, index) => dataUrl('image/jpeg', Buffer.concat([picture, Buffer.from([index])]))),
    )
    await expect.poll(statuses, patience).toEqual(Array.from({ length: 10 }, () => 'stored'))
  })

  test('tells the screens when it is there', async () => {
    await phoneSends([dataUrl('image/jpeg', picture)])
    await expect.poll(statuses, patience).toEqual(['stored'])
    const { id } = await newest()
    const events = await journey.rows(
      `select data -> 'media' -> 0 ->> 'status' as status from twilio_events where type = 'message.media_changed' and data ->> 'id' = $1`,
      [id],
    )
    expect(events).toEqual([{ status: 'stored' }])
  })

  test('is given in parts, and not at all to who may not read texts', async () => {
    await phoneSends([dataUrl('image/jpeg', picture)])
    await expect.poll(statuses, patience).toEqual(['stored'])
    const { url } = await fileOf()
    const part = await get(url, { Range: 'bytes=0-3' })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-3/${picture.length}`])
    expect(Buffer.from(await part.arrayBuffer()).equals(picture.subarray(0, 4))).toBe(true)
    const end = await get(url, { Range: 'bytes=-5' })
    expect(Buffer.from(await end.arrayBuffer()).equals(picture.subarray(-5))).toBe(true)
    expect((await get(url, { Range: `bytes=${picture.length}-` })).status).toBe(416)
    expect((await get(url, { Authorization: '' })).status).toBe(401)
    expect((await get(`${url}/thumbnail`, { Authorization: '' })).status).toBe(401)
    expect((await get('/api/twilio/messages/media/019aba2f-5d1c-7aaa-8bbb-0123456789ab')).status).toBe(404)
    expect((await get('/api/twilio/messages/media/..%2f..%2fsecret.json')).status).toBe(400)
  })
})

describe('a file that is not what it should be', () => {
  test('is never opened in a page: a web page is a download without a type of its own', async () => {
    await phoneSends([dataUrl('text/html', Buffer.from('<script>alert(1)</script>'))])
    await expect.poll(statuses, patience).toEqual(['stored'])
    const page = await get((await fileOf()).url)
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; /),
    })
    expect((await fileOf()).thumbnailUrl).toBeNull()
  })

  test.each([
    ['a script that says it is a picture', 'image/png', '<script>alert(1)</script>'],
    ['a drawing that can carry script', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ])('%s is refused, and says why', async (_name, type, content) => {
    await phoneSends([dataUrl(type, Buffer.from(content)), dataUrl('image/jpeg', picture)])
    await expect.poll(statuses, patience).toEqual(['refused', 'stored'])
    const refused = await fileOf(0)
    expect(refused.reason).toMatch(/not of the kind/)
    expect((await get(refused.url)).status).toBe(404)
  })

  test('one that is too large is refused', async () => {
    const source = createServer((_request, response) =>
      response
        .writeHead(200, { 'Content-Type': 'image/jpeg' })
        .end(Buffer.concat([picture, Buffer.alloc(10 * 1_048_576)])),
    )
    await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve))
    await phoneSends([`http://127.0.0.1:${(source.address() as AddressInfo).port}/large.jpg`])
    await expect.poll(statuses, patience).toEqual(['refused'])
    source.closeAllConnections()
    await new Promise((resolve) => source.close(resolve))
    expect((await fileOf()).reason).toBe('The file is larger than 10 MB.')
  })
})

describe('an address that leads astray', () => {
  test.each([
    ['another port of this machine', () => `${journey.server.url}/healthz`.replace('127.0.0.1', 'localhost')],
    ['the metadata of a cloud', () => 'http://169.254.169.254/latest/meta-data/'],
    ['a private network in IPv6', () => 'http://[fd00:ec2::254]/'],
  ])('%s is refused, though Twilio signed it', async (_name, address) => {
    await signedText(address())
    await expect.poll(statuses, patience).toEqual(['refused'])
    expect((await fileOf()).reason).toMatch(/private network/)
  })

  test('Twilio’s own that redirects into a private network is refused too', async () => {
    // The emulator answers a media that it could not fetch with a redirect to where it was said to lie.
    const sent = await send(['http://10.0.0.5/secret.png'])
    const account = `${journey.emulator.url}/2010-04-01/Accounts/${journey.emulator.accountSid}`
    const path = `${account}/Messages/${sent.body.messageSid}/Media`
    const secret = `${journey.emulator.accountSid}:${journey.emulator.authToken}`
    const listed = await fetch(`${path}.json`, {
      headers: { Authorization: `Basic ${Buffer.from(secret).toString('base64')}` },
    })
    const { media_list: list } = (await listed.json()) as { media_list: { sid: string }[] }
    await journey.advance(1_000)
    await signedText(`${path}/${list[0]?.sid}`)
    await expect.poll(statuses, patience).toEqual(['refused'])
    expect((await fileOf()).reason).toMatch(/private network/)
  })
})

test('a file that could not be fetched says so, and is there once Twilio gives it', async () => {
  await journey.faults({ on: 'request', method: 'GET', path: '/Media', action: 'fail', status: 503, times: 1 })
  await phoneSends([dataUrl('image/jpeg', picture)])
  await expect.poll(statuses, patience).toEqual(['failed'])
  const { id, reason } = await fileOf()
  expect(reason).toMatch(/HTTP 503/)
  await fetchMedia(asJob(), { mediaId: id })
  expect(await fileOf()).toMatchObject({ status: 'stored', reason: null })
})

describe('a file we send', () => {
  test('is uploaded, fetched by Twilio through a link that ends, and reaches the handset', async () => {
    const uploaded = await upload('../<b>offer</b>.jpg', 'image/jpeg', picture)
    expect(uploaded).toMatchObject({
      status: 201,
      body: { contentType: 'image/jpeg', fileName: 'b_.jpg', sizeBytes: picture.length, status: 'stored' },
    })
    const sent = await send([uploaded.body.url])
    expect(sent).toMatchObject({ status: 201, body: { media: [{ id: uploaded.body.id, status: 'stored' }] } })
    await journey.advance(5_000)
    const [received] = await journey.textsOf(nora)
    expect(received).toMatchObject({ body: 'Look', mediaUrls: [expect.stringContaining('/api/twilio/media/')] })
    expect(await newest()).toMatchObject({ status: 'delivered', errorCode: null })

    const link = received.mediaUrls[0].replace(journey.server.url, '')
    const withoutSignIn = { Authorization: '' }
    const head = await get(link, withoutSignIn, 'HEAD')
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      String(picture.length),
      '',
    ])
    const part = await get(link, { ...withoutSignIn, Range: 'bytes=0-9' })
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10])
    expect((await get(`${link.slice(0, -2)}AA`, withoutSignIn)).status).toBe(404)
    await journey.advance(12 * 3_600_000)
    expect((await get(link, withoutSignIn)).status).toBe(404)
  })

  test.each([
    [
      'a Word document',
      'cv.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'PK\x03\x04',
      /Carriers do not/,
    ],
    ['a web page', 'a.html', 'text/html', '<script>alert(1)</script>', /Carriers do not/],
    ['a web page called a picture', 'a.png', 'image/png', '<script>alert(1)</script>', /not of the kind/],
    ['an empty file', 'a.txt', 'text/plain', '', /empty/],
    ['a PDF of more than 500 kB', 'a.pdf', 'application/pdf', `%PDF-${'x'.repeat(512_000)}`, /500 kB/],
  ])('%s is refused before it is kept', async (_name, name, type, content, sentence) => {
    const before = await filesInStore()
    const refused = await upload(name, type, Buffer.from(content, 'latin1'))
    expect(refused).toMatchObject({ status: 400, body: { error: { message: expect.stringMatching(sentence) } } })
    expect(await filesInStore()).toBe(before)
  })

  test('more than a text can carry is refused: while uploading by its size, before sending by the sum', async () => {
    expect((await upload('a.jpg', 'image/jpeg', Buffer.alloc(6 * 1_048_576))).status).toBe(413)
    const half = Buffer.concat([picture, Buffer.alloc(2_700_000)])
    const uploads = await Promise.all([upload('a.jpg', 'image/jpeg', half), upload('b.jpg', 'image/jpeg', half)])
    const refused = await send(uploads.map(({ body }) => body.url))
    expect(refused).toMatchObject({ status: 400, body: { error: { message: expect.stringMatching(/5 MB together/) } } })
    expect(await journey.textsOf(nora)).toEqual([])
  })

  test('is kept once, however often its upload is repeated with one key, also after a process died in between', async () => {
    const key = 'a file of nora'
    const answers = await Promise.all([1, 2, 3].map(() => upload('a.jpg', 'image/jpeg', picture, key)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect((await upload('b.jpg', 'image/jpeg', picture, key)).status).toBe(409)
    const forget =
      'update idempotency_keys set answer_status = null, answer_body = null, claimed_until = $2 where key = $1'
    await journey.rows(forget, [key, journey.clock.now()])
    expect((await upload('a.jpg', 'image/jpeg', picture, key)).body).toEqual(answers[0]?.body)
    expect(await journey.rows('select from twilio_media where id = $1', [answers[0]?.body.id])).toHaveLength(1)
  })

  test('by a number of ours that carries none is refused with a sentence', async () => {
    const { body } = await upload('a.jpg', 'image/jpeg', picture)
    await journey.rows(
      `insert into twilio_phone_numbers (id, phone_number, friendly_name, capabilities, created_at, updated_at)
       values (gen_random_uuid(), '+14155559999', 'Voice', '{"voice":true,"sms":true,"mms":false}', now(), now())`,
    )
    const refused = await journey.api('/messages', {
      method: 'POST',
      body: { to: nora, from: '+14155559999', body: 'x', mediaUrls: [body.url] },
    })
    expect(refused).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(/cannot send files/) } },
    })
  })

  test('can be taken off again until a text has it, and is forgotten when none ever does', async () => {
    const [off, kept, sent] = await Promise.all(
      ['a.jpg', 'b.jpg', 'c.jpg'].map((name) => upload(name, 'image/jpeg', picture)),
    )
    expect((await get(off!.body.url, {}, 'DELETE')).status).toBe(204)
    expect((await get(off!.body.url)).status).toBe(404)
    await send([sent!.body.url])
    expect((await get(sent!.body.url, {}, 'DELETE')).status).toBe(409)
    await journey.advance(61 * 24 * 3_600_000)
    await forgetUnsentMedia(journey.server.installation)
    expect([(await get(kept!.body.url)).status, (await get(sent!.body.url)).status]).toEqual([404, 200])
    expect(await send([kept!.body.url])).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(/Attach it again/) } },
    })
  })
})

describe('a text that is deleted', () => {
  const words = 'My number plate is SECRET-4711'
  test('is gone with its files, at Twilio too, and no table of ours has its words', async () => {
    await phoneSends([dataUrl('image/jpeg', picture), dataUrl('image/png', Buffer.from('not one'))], words)
    await expect.poll(statuses, patience).toEqual(['stored', 'refused'])
    await expect
      .poll(() => journey.rows(`select from inbox_search where words @@ to_tsquery('simple', 'plate')`), patience)
      .toHaveLength(1)
    expect(await everywhere()).not.toEqual([])
    const message = await newest()
    const before = await filesInStore()
    const receipt = await remove(message.id)
    expect(receipt).toMatchObject({
      status: 200,
      body: {
        id: message.id,
        files: 1,
        twilio: 'deleted',
        remains: expect.arrayContaining([expect.stringMatching(/carrier/)]),
      },
    })
    expect(await filesInStore()).toBe(before - 2)
    expect((await get(message.media[0]?.url ?? '')).status).toBe(404)
    expect(await newest()).toBeUndefined()
    await expect.poll(everywhere, patience).toEqual([])
    expect(await atTwilio(message.messageSid)).toBe(404)
    expect((await remove(message.id)).status).toBe(404)
    expect(
      await journey.rows(`select actor from audit_log where action = 'message.delete' and subject = $1`, [message.id]),
    ).toEqual([{ actor: 'api-key:environment' }])
  })

  test('does not come back when Twilio tells of it again', async () => {
    await phoneSends([], 'Once')
    const message = await newest()
    await remove(message.id)
    const again = await sendWebhook('sms', {
      MessageSid: message.messageSid ?? '',
      From: nora,
      To: journey.ourNumber,
      Body: 'Once',
      NumMedia: '0',
    })
    expect([again.status, await newest()]).toEqual([200, undefined])
  })

  test('leaves its conversation with the text before it', async () => {
    await phoneSends([], 'First')
    await journey.advance(1_000)
    await phoneSends([], 'Second')
    const message = await newest()
    await remove(message.id)
    const [event] = await journey.rows(
      `select data from twilio_events where type = 'message.deleted' order by id desc limit 1`,
    )
    expect(event.data).toMatchObject({
      id: message.id,
      conversation: { id: message.conversationId, lastMessagePreview: 'First', unreadCount: 1 },
    })
  })

  test('asked for again with its Idempotency-Key is not sent again', async () => {
    const ask = () =>
      journey.api('/messages', {
        method: 'POST',
        body: { to: nora, body: words },
        headers: { 'Idempotency-Key': `delete-${nora}` },
      })
    const sent = await ask()
    await journey.advance(5_000)
    expect(await remove(sent.body.id)).toMatchObject({ status: 200, body: { twilio: 'deleted', files: 0 } })
    expect(await ask()).toMatchObject({
      status: 404,
      body: { error: { message: expect.stringMatching(/deleted since/) } },
    })
    expect(await journey.textsOf(nora)).toHaveLength(0)
    await expect.poll(everywhere, patience).toEqual([])
  })

  test('on its way is left alone, and only some may delete', async () => {
    const sent = await send([], 'Just now')
    expect(await remove(sent.body.id)).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringMatching(/on its way/) } },
    })
    const key = await journey.api('/api-keys', { method: 'POST', body: { name: 'agent', role: 'agent' } })
    const asAgent = await journey.api(`/messages/${sent.body.id}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${key.body.secret ?? key.body.key}` },
    })
    expect(asAgent.status).toBe(403)
  })

  test('while Twilio is down is gone here; the receipt says so, and Twilio’s copy goes on the next try', async () => {
    await phoneSends([], 'Not at Twilio yet')
    const message = await newest()
    await journey.faults({ on: 'request', method: 'DELETE', path: '/Messages', action: 'fail', status: 503, times: 1 })
    expect(await remove(message.id)).toMatchObject({
      status: 200,
      body: {
        twilio: 'pending',
        remains: expect.arrayContaining([expect.stringMatching(/^Twilio still has its copy/)]),
      },
    })
    expect(await newest()).toBeUndefined()
    const settled = () =>
      journey.rows(`select kind, status from failed_operations where subject = $1`, [message.messageSid])
    await expect.poll(settled, patience).toEqual([{ kind: 'message.delete', status: 'succeeded' }])
    expect(await atTwilio(message.messageSid)).toBe(404)
  })

  test('keeps a file that another text has too', async () => {
    const { body } = await upload('a.jpg', 'image/jpeg', picture)
    const one = await send([body.url], 'One')
    await send([body.url], 'Two')
    await journey.advance(5_000)
    expect(await remove(one.body.id)).toMatchObject({
      body: { files: 0, remains: expect.arrayContaining([expect.stringMatching(/One file stays/)]) },
    })
    expect((await get(body.url)).status).toBe(200)
  })
})
