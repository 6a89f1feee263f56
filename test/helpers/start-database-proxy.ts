import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A wire to a database that a test can cut and mend. `url` is the database's, through the wire. */
export async function startDatabaseProxy(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let cut = false
  const server = createServer((near) => {
    if (cut) return void near.destroy()
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)

  function cutWire() {
    cut = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: url.href,
    cut: cutWire,
    mend: () => void (cut = false),
    async close() {
      cutWire()
      await new Promise((closed) => server.close(closed))
    },
  }
}
