import { own, type Stage } from './stage.ts'

/** Calls into one number of the account, each answered by a document of its own. */
export class Room {
  private readonly stage: () => Stage
  private readonly documents = new Map<string, string>()

  constructor(stage: () => Stage) {
    this.stage = stage
  }

  /** A call from this phone, answered with this document. */
  async dial(phone: string, twiml: string): Promise<string> {
    const { app } = this.stage()
    this.documents.set(phone, twiml)
    const voiceUrl = app.on('/voice', ({ params }) => this.documents.get(params['From'] ?? '') ?? '<Response/>')
    await this.stage().configure(own, { voiceUrl })
    return this.stage().dial(phone)
  }

  /** Into a conference; `after` is what follows the Dial. */
  enter(phone: string, attributes = '', { name = 'Room', dial = '', after = '' } = {}): Promise<string> {
    const noun = `<Conference ${attributes}>${name}</Conference>`
    return this.dial(phone, `<Response><Dial ${dial}>${noun}</Dial>${after}</Response>`)
  }

  /** What this call heard others say. */
  async overheard(callSid: string): Promise<string[]> {
    const { heard } = await this.stage().call(callSid)
    return heard.filter((each) => each.verb === 'speech').map((each) => each.text ?? '')
  }

  say(callSid: string, text: string): Promise<unknown> {
    return this.stage().deed(callSid, 'speech', { text })
  }

  async conference() {
    const [conference] = await this.stage().client.conferences.list()
    if (conference === undefined) throw new Error('There is no conference')
    return conference
  }

  /** What has come to `/events`: the events' names in order. */
  events(): string[] {
    return this.stage()
      .app.at('/events')
      .map((each) => each['StatusCallbackEvent'] ?? '')
  }
}

export const carol = '+14155550133'
export const allEvents =
  'statusCallback="/events" statusCallbackEvent="start end join leave mute hold modify speaker announcement"'
