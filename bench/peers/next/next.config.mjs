import { fileURLToPath } from 'node:url'

export default {
  serverExternalPackages: ['twilio', 'pg'],
  outputFileTracingRoot: fileURLToPath(new URL('..', import.meta.url)),
  turbopack: { root: fileURLToPath(new URL('..', import.meta.url)) },
}
