import twilio from 'twilio'
import { complaintsAbout } from './open-api.ts'

/** The SDK's own HTTP client, which also holds every answer against Twilio's OpenAPI. */
export class CheckedClient extends twilio.RequestClient {
  readonly complaints: string[] = []

  constructor(options: ConstructorParameters<typeof twilio.RequestClient>[0]) {
    super(options)
    this.axios.interceptors.response.use((response) => {
      this.check(response.config.method ?? 'get', response.config.url ?? '', response.status, response.data)
      return response
    })
  }

  private check(method: string, url: string, status: number, data: unknown): void {
    const body = typeof data === 'string' && data !== '' ? JSON.parse(data) : data
    if (status < 400) {
      this.complaints.push(...complaintsAbout(method.toUpperCase(), new URL(url).pathname, status, body))
    } else if (Object.keys(body).toSorted().join() !== 'code,message,more_info,status' || body.status !== status) {
      this.complaints.push(`${url} answered an error of another shape: ${JSON.stringify(body)}`)
    }
  }
}
