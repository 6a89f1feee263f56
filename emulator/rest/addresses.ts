import { rfc2822 } from '../account/rfc2822.ts'
import type { Address } from '../registry/address.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'
import type { Form } from './form.ts'
import { dependentNumberView } from './phone-number-view.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound, RestError } from './rest-error.ts'
import { resourceRoutes } from './resource-routes.ts'
import type { Route } from './route.ts'

function view(world: World, address: Address): Record<string, unknown> {
  return {
    account_sid: world.account.sid,
    city: address.city,
    customer_name: address.customerName,
    date_created: rfc2822(address.createdAt),
    date_updated: rfc2822(address.updatedAt),
    emergency_enabled: address.emergencyEnabled,
    friendly_name: address.friendlyName,
    iso_country: address.isoCountry,
    postal_code: address.postalCode,
    region: address.region,
    sid: address.sid,
    street: address.street,
    street_secondary: address.streetSecondary,
    uri: `${accountUri(world)}/Addresses/${address.sid}.json`,
    validated: false,
    verified: false,
  }
}

function required(form: Form, name: string): string {
  const text = form.text(name)?.trim() ?? ''
  if (text === '') throw new RestError(400, 21_628, `${name} is required`)
  return text
}

function configure(address: Address, form: Form): void {
  address.customerName = form.text('CustomerName') ?? address.customerName
  address.street = form.text('Street') ?? address.street
  address.streetSecondary = form.text('StreetSecondary') ?? address.streetSecondary
  address.city = form.text('City') ?? address.city
  address.region = form.text('Region') ?? address.region
  address.postalCode = form.text('PostalCode') ?? address.postalCode
  address.friendlyName = form.text('FriendlyName') ?? address.friendlyName
  address.emergencyEnabled = form.bool('EmergencyEnabled', address.emergencyEnabled)
}

function draft(world: World, form: Form): Address {
  const now = world.clock.now()
  return {
    sid: world.newSid('AD'),
    customerName: required(form, 'CustomerName'),
    street: required(form, 'Street'),
    streetSecondary: '',
    city: required(form, 'City'),
    region: required(form, 'Region'),
    postalCode: required(form, 'PostalCode'),
    isoCountry: required(form, 'IsoCountry').toUpperCase(),
    friendlyName: '',
    emergencyEnabled: false,
    createdAt: now,
    updatedAt: now,
  }
}

/** https://www.twilio.com/docs/usage/api/address; addresses are kept, not validated. */
export const addressRoutes: Route[] = [
  ...resourceRoutes<Address>({
    pattern: '/Addresses',
    key: 'addresses',
    filters: {
      FriendlyName: (address) => address.friendlyName,
      CustomerName: (address) => address.customerName,
      IsoCountry: (address) => address.isoCountry,
    },
    itemsOf: (world) => world.account.registry.addresses,
    draft,
    configure,
    view,
  }),
  {
    method: 'GET',
    pattern: '/Addresses/:sid/DependentPhoneNumbers',
    handle: (request) => {
      const { numbers, registry } = request.world.account
      const sid = request.params['sid'] ?? ''
      if (!registry.addresses.has(sid)) throw notFound(`${request.path}.json`)
      const dependent = newestFirst(numbers.values()).filter(({ addressSid }) => addressSid === sid)
      return pageOf(request, 'dependent_phone_numbers', dependent, (number) =>
        dependentNumberView(request.world, number),
      )
    },
  },
]
