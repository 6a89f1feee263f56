import { createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeClone } from '../test/helpers/launcher-clone/make-clone'
import { askApp, runStart } from '../test/helpers/launcher-clone/run-start'
import { findFreePort } from './find-free-port.js'
import { startThrowawayPostgres } from './postgres/start-throwaway-postgres.js'

const timeout = 120_000
let clone: ReturnType<typeof makeClone>

beforeAll(() => {
  clone = makeClone()
})
afterAll(() => clone.remove())

test('runs on a PostgreSQL 15 given by DATABASE_URL', { timeout }, async () => {
  const database = await startThrowawayPostgres({ packageName: 'postgres-15-linux-x64' })
  const run = await runStart(clone.path, { env: { DATABASE_URL: database.url } })
  await run.ready
  expect((await askApp(run)).version).toMatch(/^15/)
  expect((await run.stop()).code).toBe(0)
  await database.stop()
})

test('a database that is down is named in one sentence, without its password', { timeout }, async () => {
  const port = await findFreePort()
  expect(await failureWith(`postgres://eva:hush-hush@127.0.0.1:${port}/eva`)).toBe(
    `The database at 127.0.0.1:${port} (DATABASE_URL) cannot be used: connect ECONNREFUSED 127.0.0.1:${port}.\n`,
  )
})

test('a server older than 15 is named in one sentence', { timeout }, async () => {
  const server = await oldServer('14.9')
  expect(await failureWith(`postgres://eva@127.0.0.1:${server.port}/eva`)).toBe(
    `The database at 127.0.0.1:${server.port} is PostgreSQL 14.9; EVA Twilio needs 15 or newer.\n`,
  )
  await server.close()
})

test('a DATABASE_URL that is none is named in one sentence', { timeout }, async () => {
  expect(await failureWith('localhost:5432')).toBe(
    'DATABASE_URL must look like postgres://user:password@host:5432/database.\n',
  )
})

async function failureWith(databaseUrl: string) {
  const { code, err } = await (await runStart(clone.path, { env: { DATABASE_URL: databaseUrl } })).exited
  expect(code).toBe(1)
  return err
}

/** Speaks just enough of PostgreSQL's protocol to be asked for its version. */
async function oldServer(version: string) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', (chunk) =>
      socket.write(Buffer.concat(chunk[0] === 'Q'.charCodeAt(0) ? answer(version) : greeting)),
    )
  })
  const port = await findFreePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port, close }
}

const readyForQuery = message('Z', Buffer.from('I'))
const greeting = [message('R', int32(0)), readyForQuery]

function answer(version: string) {
  const field = Buffer.concat([text('server_version'), int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)])
  return [
    message('T', Buffer.concat([int16(1), field])),
    message('D', Buffer.concat([int16(1), int32(version.length), Buffer.from(version)])),
    message('C', text('SHOW')),
    readyForQuery,
  ]
}

function message(type: string, body: Buffer) {
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
}

function text(value: string) {
  return Buffer.from(`${value}\0`)
}

function int32(value: number) {
  const buffer = Buffer.alloc(4)
  buffer.writeInt32BE(value)
  return buffer
}

function int16(value: number) {
  const buffer = Buffer.alloc(2)
  buffer.writeInt16BE(value)
  return buffer
}
