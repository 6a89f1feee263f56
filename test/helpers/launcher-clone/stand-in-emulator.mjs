// Stands in for the emulator where a test is about the launcher: one number, and what was asked of it.
import { createServer } from 'node:http'

const { EMULATOR_PORT, EMULATOR_ACCOUNT_SID } = process.env
/** @type {{ method?: string, url?: string, body: string }[]} */
const requests = []
const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (chunk) => (body += chunk))
  request.on('end', () => {
    if (request.url === '/requests') return response.end(JSON.stringify(requests))
    requests.push({ method: request.method, url: request.url, body })
    return response.end(JSON.stringify({ incoming_phone_numbers: [{ sid: 'PN1', account_sid: EMULATOR_ACCOUNT_SID }] }))
  })
})
server.listen(Number(EMULATOR_PORT), '127.0.0.1', () =>
  process.send?.({ type: 'ready', url: `http://127.0.0.1:${EMULATOR_PORT}` }),
)
for (const event of ['SIGTERM', 'disconnect']) process.once(event, () => process.exit(0))
