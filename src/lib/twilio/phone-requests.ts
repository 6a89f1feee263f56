import type { ApplicationUrls, TwilioPort } from './port'

type PhoneRequests = Pick<TwilioPort, 'createKey' | 'hasKey' | 'createApplication' | 'pointApplication'>

type Sdk = {
  newKeys: { create(parameters: { friendlyName: string }): Promise<{ sid: string; secret: string }> }
  keys(sid: string): { fetch(): Promise<{ sid: string }> }
  applications: {
    create(parameters: ApplicationUrls & { friendlyName: string }): Promise<{ sid: string }>
    (sid: string): {
      fetch(): Promise<{ [Name in keyof ApplicationUrls]: string | null }>
      update(parameters: ApplicationUrls): Promise<{ sid: string }>
    }
  }
}

type Ask = <Result>(work: (sdk: Sdk) => Promise<Result>) => Promise<Result>

/** What phones in browsers need at Twilio: a key that signs their tokens, and an application that answers what they call. */
export function phoneRequests(ask: Ask): PhoneRequests {
  return {
    createKey: (friendlyName) =>
      ask(async (sdk) => {
        const { sid, secret } = await sdk.newKeys.create({ friendlyName })
        return { sid, secret }
      }),
    hasKey: (keySid) => ask(async (sdk) => (await unlessAbsent(sdk.keys(keySid).fetch())) !== null),
    createApplication: (application) => ask(async (sdk) => (await sdk.applications.create(application)).sid),
    pointApplication: (applicationSid, urls) =>
      ask(async (sdk) => {
        const application = sdk.applications(applicationSid)
        const found = await unlessAbsent(
          application
            .fetch()
            .then(({ voiceUrl, voiceFallbackUrl, statusCallback }) => [voiceUrl, voiceFallbackUrl, statusCallback]),
        )
        const wanted = [urls.voiceUrl, urls.voiceFallbackUrl, urls.statusCallback]
        if (found?.some((url, index) => url !== wanted[index])) await application.update(urls)
        return found !== null
      }),
  }
}

async function unlessAbsent<Found>(finding: Promise<Found>): Promise<Found | null> {
  try {
    return await finding
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 404) return null
    throw error
  }
}
