import { IncomingMessage, ServerResponse } from 'node:http'

/** What @hono/node-server passes beside the request; empty under another host. */
export function nodeBindings(env: unknown): { incoming?: IncomingMessage; outgoing?: ServerResponse } {
  if (typeof env !== 'object' || env === null) return {}
  return {
    ...('incoming' in env && env.incoming instanceof IncomingMessage ? { incoming: env.incoming } : {}),
    ...('outgoing' in env && env.outgoing instanceof ServerResponse ? { outgoing: env.outgoing } : {}),
  }
}
