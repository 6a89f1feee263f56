import { createServer } from 'node:http'

const document = `<?xml version="1.0" encoding="UTF-8"?><Response><Gather numDigits="1"><Say>Press one for jobs.</Say></Gather></Response>`

/** The peer: reads what is posted and answers the same TwiML to everybody. It checks, keeps and knows nothing. */
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'Content-Type': 'text/xml', 'Content-Length': document.length }).end(document)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) process.send?.({ port: address.port })
})
process.once('SIGTERM', () => process.exit(0))
