import { createServer, type IncomingMessage } from 'node:http'

type Answer = { status?: number; content?: string | object; tokens?: number; hang?: boolean }

/** An OpenAI-compatible server on this machine: answers as told, and keeps what it was asked. */
export async function startFakeModel() {
  const asked: { authorization: string | undefined; body: string }[] = []
  let answer: Answer = {}
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      asked.push({ authorization: request.headers.authorization, body })
      if (answer.hang) return
      const { content = '' } = answer
      const message = { role: 'assistant', content: typeof content === 'string' ? content : JSON.stringify(content) }
      const total = answer.tokens ?? 100
      response.writeHead(answer.status ?? 200, { 'Content-Type': 'application/json' })
      response.end(
        JSON.stringify({
          id: 'chatcmpl-1',
          object: 'chat.completion',
          created: 1,
          model: 'fake',
          choices: [{ index: 0, message, finish_reason: 'stop' }],
          usage: { prompt_tokens: total - 10, completion_tokens: 10, total_tokens: total },
        }),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the model listens on no port')
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    asked,
    answers(next: Answer) {
      answer = next
      asked.length = 0
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function read(request: IncomingMessage) {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}
