import { CookieJar } from '../webhooks/cookies.ts'
import type { Call, FinalStatus } from './call.ts'
import { HungUp, Replaced } from './document-place.ts'
import type { DocumentPlace } from './document-place.ts'
import { Inputs } from './inputs.ts'
import type { Track } from '../recordings/recording.ts'

/** Something audible: its words if it is speech, how surely they were understood, and its samples where it has some. */
export type Utterance = { text: string | null; ms: number; confidence?: number; samples?: Int16Array | null }

/** Listens to what the party of a call says (`inbound`) and hears (`outbound`): a recording, a transcription. */
export type Tap = (track: Track, sound: Utterance) => void

/** A call while it goes on: what runs on it, who waits for it, and what it is connected to. */
export class Leg {
  readonly call: Call
  readonly inputs = new Inputs()
  readonly jar = new CookieJar()
  /** Asked when a document cannot be had. */
  fallback: { url: string; method: 'GET' | 'POST' } | null = null
  /** The document to run on answer. */
  first: DocumentPlace | null = null
  /** The phone at the other end; null if that is another number of the account. */
  handset: string | null = null
  /** The same connection seen from the other number of the account. */
  peer: Leg | null = null
  /** What a dialled application is told besides the usual. */
  parameters: Record<string, string> = {}
  /** Who hears the person on the handset now. */
  audience: () => readonly Leg[] = () => []
  readonly taps = new Set<Tap>()
  /** Run once when the call ends, before its last callback. */
  readonly onEnd: (() => void)[] = []
  /** A document runs on this leg. */
  running = false
  /** Dialled by another leg and not yet gone its own way. */
  dialed = false

  private stop = new AbortController()
  private readonly answer = Promise.withResolvers<void>()
  private readonly end = Promise.withResolvers<FinalStatus>()
  private readonly departure = Promise.withResolvers<void>()

  constructor(call: Call) {
    this.call = call
  }

  get whenAnswered(): Promise<void> {
    return this.answer.promise
  }

  get whenEnded(): Promise<FinalStatus> {
    return this.end.promise
  }

  /** A dialled leg was given a document of its own by a REST request. */
  get whenDeparted(): Promise<void> {
    return this.departure.promise
  }

  get isOver(): boolean {
    return !['queued', 'ringing', 'in-progress'].includes(this.call.status)
  }

  /** The signal under which a document runs: aborted by a hang-up or by another document. */
  begin(): AbortSignal {
    if (!(this.stop.signal.reason instanceof HungUp)) this.stop = new AbortController()
    return this.stop.signal
  }

  replace(place: DocumentPlace): void {
    this.stop.abort(new Replaced(place))
  }

  depart(place: DocumentPlace): void {
    this.dialed = false
    this.replace(place)
    this.departure.resolve()
  }

  markAnswered(): void {
    this.answer.resolve()
  }

  markEnded(status: FinalStatus): void {
    this.stop.abort(new HungUp('The call has ended'))
    this.end.resolve(status)
  }
}
