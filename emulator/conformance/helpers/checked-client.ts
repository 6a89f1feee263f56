import twilio from 'twilio'
import { complaintsAbout } from './open-api.ts'

type Options = Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0]

/** The SDK's own HTTP client, which also holds every answer against Twilio's OpenAPI. */
export class CheckedClient extends twilio.RequestClient {
  readonly complaints: string[] = []

  override async request<TData>(options: Options): Promise<any> {
    const response = await super.request<TData>(options)
    const { statusCode } = response
    const body: any =
      typeof response.body === 'string' && response.body !== '' ? JSON.parse(response.body) : response.body
    if (statusCode < 400) {
      const path = new URL(options.uri).pathname
      this.complaints.push(...complaintsAbout(options.method.toUpperCase(), path, statusCode, body))
    } else if (Object.keys(body).toSorted().join() !== 'code,message,more_info,status' || body.status !== statusCode) {
      this.complaints.push(`${options.uri} answered an error of another shape: ${JSON.stringify(body)}`)
    }
    return response
  }
}
