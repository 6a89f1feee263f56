import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'

type Answer = { status?: number; content?: string | object; tokens?: number; hang?: boolean }

/**
 * A model's server on this machine, OpenAI-compatible (`/v1/chat/completions`) and like Anthropic's (`/v1/messages`): answers as told, and
 * keeps what it was asked.
 */
export async function startFakeModel() {
  const asked: { path: string; headers: IncomingHttpHeaders; authorization: string | undefined; body: string }[] = []
  let answer: Answer = {}
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const { url: path = '', headers } = request
      asked.push({ path, headers, authorization: headers.authorization, body })
      if (answer.hang) return
      const { content = '', tokens = 100, status = 200 } = answer
      const text = typeof content === 'string' ? content : JSON.stringify(content)
      response.writeHead(status, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(path.endsWith('/messages') ? asAnthropic(text, tokens) : asOpenAi(text, tokens)))
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

function asOpenAi(content: string, tokens: number) {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'fake',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: tokens - 10, completion_tokens: 10, total_tokens: tokens },
  }
}

function asAnthropic(text: string, tokens: number) {
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'fake',
    content: [{ type: 'text', text }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: tokens - 10, output_tokens: 10 },
  }
}

async function read(request: IncomingMessage) {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}
