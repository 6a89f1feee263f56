import type { FrameFormat } from './frames'

/** Why a stream ends; all but `not-allowed` invite the client back. */
export type EndReason = 'stopping' | 'slow' | 'not-allowed' | 'interrupted'

/** Where one client's frames go. Nothing here throws: writing to a client that is gone does nothing. */
export type Outlet = {
  format: FrameFormat
  write(bytes: Buffer): void
  /** Bytes written and not yet taken by the network. */
  pendingBytes(): number
  /** Resolves when little is pending, or when the client is gone. */
  drained(): Promise<void>
  end(reason: EndReason): void
}
