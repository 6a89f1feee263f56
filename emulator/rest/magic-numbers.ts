import { RestError } from './rest-error.ts'

type Refusal = readonly [code: number, message: string]

const prefix = '+1500555'

const messageFrom: Record<string, Refusal> = {
  '0001': [21_212, 'Invalid From Number (caller ID)'],
  '0007': [21_606, 'The From phone number is not a valid, SMS-capable number of your account.'],
  '0008': [21_611, "This 'From' number has exceeded the maximum number of queued messages"],
}

const messageTo: Record<string, Refusal> = {
  '0001': [21_211, "Invalid 'To' Phone Number"],
  '0002': [21_612, "The 'To' phone number is not currently reachable via SMS"],
  '0003': [21_408, 'Permission to send an SMS has not been enabled for the region'],
  '0004': [21_610, 'Attempt to send to unsubscribed recipient'],
  '0009': [21_614, "'To' number is not a valid mobile number"],
}

const callTo: Record<string, Refusal> = {
  '0001': [21_217, 'Phone number does not appear to be valid'],
  '0002': [21_214, "'To' phone number cannot be reached"],
  '0003': [21_215, 'Account not authorized to call this number: check your geographic permissions'],
  '0004': [21_216, 'Account not allowed to call this number: it is blocked'],
}

function refuse(table: Record<string, Refusal>, phoneNumber: string): void {
  if (!phoneNumber.startsWith(prefix)) return
  const refusal = table[phoneNumber.slice(prefix.length)]
  if (refusal !== undefined) throw new RestError(400, refusal[0], refusal[1])
}

/** https://www.twilio.com/docs/iam/test-credentials: only the test credentials know these numbers. */
export function refuseTestMessage(from: string, to: string): void {
  refuse(messageFrom, from)
  if (from !== '' && from !== `${prefix}0006`) {
    throw new RestError(400, 21_606, 'The From phone number is not a valid, SMS-capable number of your account.')
  }
  refuse(messageTo, to)
}

export function refuseTestCall(from: string, to: string): void {
  if (from === `${prefix}0001`) throw new RestError(400, 21_212, 'Invalid From Number (caller ID)')
  if (from !== '' && from !== `${prefix}0006`) {
    throw new RestError(400, 21_210, "'From' phone number is not verified for your account")
  }
  refuse(callTo, to)
}

export function refuseTestPurchase(phoneNumber: string, areaCode: string): void {
  refuse({ '0000': [21_422, 'PhoneNumber is not available'], '0001': [21_421, 'PhoneNumber is invalid'] }, phoneNumber)
  if (areaCode === '533') throw new RestError(400, 21_452, 'No phone numbers found in area code 533')
  if (phoneNumber !== '' && phoneNumber !== `${prefix}0006`) throw new RestError(400, 21_421, 'PhoneNumber is invalid')
}
