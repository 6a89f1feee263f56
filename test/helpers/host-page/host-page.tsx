import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from '@/hooks/query-client'
import { useLive } from '@/hooks/live/use-live'
import { useTwilio } from '@/hooks/useTwilio'
import { useTwilioCallEvents } from '@/hooks/useTwilioSync'

// As in the specification, but for the import's file extension and where the event goes.
function CallMonitor() {
  const sync = useTwilioCallEvents((event) => {
    // oxlint-disable-next-line no-console -- the example as it is written
    console.log('Call event:', event.type)
  })

  return <div>Connected: {sync.connected ? 'Yes' : 'No'}</div>
}

/** A host's own component: everything that `useTwilio` gives, on one plain page. */
function HostPage() {
  useLive('host')
  const { calls, messages, conferences, loading, error, send, dial, hangUp } = useTwilio()
  const [to, setTo] = useState('')
  const active = calls.find((call) => call.endedAt === null && [call.from, call.to].includes(to))
  return (
    <main>
      <CallMonitor />
      <output>{loading ? 'Loading' : `Loaded, ${conferences.length} conferences`}</output>
      <label>
        Number <input value={to} onChange={(event) => setTo(event.target.value)} />
      </label>
      <button onClick={() => quietly(send({ to, body: 'Hello from the host' }))}>Send</button>
      <button onClick={() => quietly(dial(to))}>Dial</button>
      <button disabled={!active?.callSid} onClick={() => active?.callSid && quietly(hangUp(active.callSid))}>
        Hang up
      </button>
      <p role="alert">{error?.message}</p>
      <ul aria-label="Texts">
        {messages.map((message) => (
          <li key={message.id}>
            {message.to} {message.body} {message.status}
          </li>
        ))}
      </ul>
      <ul aria-label="Calls">
        {calls.map((call) => (
          <li key={call.id}>
            {call.to} {call.status}
          </li>
        ))}
      </ul>
    </main>
  )
}

/** The hook shows what went wrong as `error`. */
function quietly(work: Promise<unknown>) {
  void work.catch(() => undefined)
}

createRoot(document.body.appendChild(document.createElement('div'))).render(
  <QueryClientProvider client={createQueryClient()}>
    <HostPage />
  </QueryClientProvider>,
)
