import type { Installation } from '@/lib/context'

/** Counts and times the webhooks of one route; each label is looked up once. */
export function observeWebhook({ requestSeconds }: Installation['metrics'], route: string) {
  const known = new Map<string, ReturnType<typeof requestSeconds.labels>>()
  return (method: string, status: number, milliseconds: number) => {
    const key = `${method} ${status}`
    let histogram = known.get(key)
    if (!histogram) {
      histogram = requestSeconds.labels(method, route, String(status))
      known.set(key, histogram)
    }
    histogram.observe(milliseconds / 1_000)
  }
}
