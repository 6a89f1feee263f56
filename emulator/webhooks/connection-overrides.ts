export type RetryReason = '4xx' | '5xx' | 'ct' | 'rt'

/** https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides; times in milliseconds. */
export type Overrides = {
  connectTimeout: number
  readTimeout: number
  totalTimeout: number
  retries: number
  retryOn: ReadonlySet<RetryReason>
}

function within(text: string | null, low: number, high: number, fallback: number): number {
  const value = Number(text)
  return text !== null && Number.isInteger(value) && value >= low && value <= high ? value : fallback
}

/** Reads the URL's fragment, such as `rc=2&rp=5xx,rt`. What is out of range counts as absent. */
export function parseOverrides(fragment: string, ceiling = 15_000): Overrides {
  const wanted = new URLSearchParams(fragment)
  const policies = (wanted.get('rp') ?? 'ct').split(',').map((word) => word.trim())
  const all: RetryReason[] = ['4xx', '5xx', 'ct', 'rt']
  return {
    connectTimeout: within(wanted.get('ct'), 100, 10_000, 5000),
    readTimeout: within(wanted.get('rt'), 100, 15_000, 15_000),
    totalTimeout: Math.min(ceiling, within(wanted.get('tt'), 100, 15_000, 15_000)),
    retries: within(wanted.get('rc'), 0, 5, 1),
    retryOn: new Set(policies.includes('all') ? all : all.filter((reason) => policies.includes(reason))),
  }
}
