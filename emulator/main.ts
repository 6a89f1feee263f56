import { startEmulator } from './start-emulator.ts'
import type { EmulatorOptions } from './start-emulator.ts'

function readOptions(env: NodeJS.ProcessEnv): EmulatorOptions {
  const numbers = (env['EMULATOR_PHONE_NUMBERS'] ?? '').split(',').map((number) => number.trim())
  const phoneNumbers = numbers.filter((number) => number !== '')
  return {
    port: Number(env['EMULATOR_PORT'] ?? 4010),
    host: env['EMULATOR_HOST'] || '127.0.0.1',
    ...(env['EMULATOR_ACCOUNT_SID'] ? { accountSid: env['EMULATOR_ACCOUNT_SID'] } : {}),
    ...(env['EMULATOR_AUTH_TOKEN'] ? { authToken: env['EMULATOR_AUTH_TOKEN'] } : {}),
    ...(phoneNumbers.length > 0 ? { phoneNumbers } : {}),
  }
}

function describeFailure(error: unknown, port: number | undefined): string {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (isTaken) return `Port ${port} is taken: stop what listens there, or set EMULATOR_PORT to another one.`
  return `The emulator could not start: ${error instanceof Error ? error.message : String(error)}`
}

const options = readOptions(process.env)
try {
  const emulator = await startEmulator(options)
  const stop = () => void emulator.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.once('disconnect', stop)
  if (process.send !== undefined) process.send({ type: 'ready', url: emulator.url })
  else {
    console.log(`The emulator answers at ${emulator.url}`)
    console.log(`Account ${emulator.accountSid}, auth token ${emulator.authToken}`)
    console.log(`Numbers ${emulator.phoneNumbers.join(', ')}`)
  }
} catch (error) {
  console.error(describeFailure(error, options.port))
  process.exitCode = 1
}
