import { rfc2822 } from '../account/rfc2822.ts'
import type { Address } from '../registry/address.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'
import type { Form } from './form.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestRequest, Route } from './route.ts'

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

function find({ world, params, path }: RestRequest): Address {
  const address = world.account.registry.addresses.get(params['sid'] ?? '')
  if (address === undefined) throw notFound(`${path}.json`)
  return address
}

function required(form: Form, name: string): string {
  const text = form.text(name)?.trim() ?? ''
  if (text === '') throw new RestError(400, 21_601, `${name} is required`)
  return text
}

function configure(address: Address, form: Form, now: number): void {
  address.customerName = form.text('CustomerName') ?? address.customerName
  address.street = form.text('Street') ?? address.street
  address.streetSecondary = form.text('StreetSecondary') ?? address.streetSecondary
  address.city = form.text('City') ?? address.city
  address.region = form.text('Region') ?? address.region
  address.postalCode = form.text('PostalCode') ?? address.postalCode
  address.friendlyName = form.text('FriendlyName') ?? address.friendlyName
  address.emergencyEnabled = form.bool('EmergencyEnabled', address.emergencyEnabled)
  address.updatedAt = now
}

/** https://www.twilio.com/docs/usage/api/address; addresses are kept, not validated. */
export const addressRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '/Addresses',
    handle: (request) => {
      const { world, query } = request
      const [name, customer, country] = ['FriendlyName', 'CustomerName', 'IsoCountry'].map((key) => query.get(key))
      const items = newestFirst(world.account.registry.addresses.values()).filter(
        (address) =>
          (name === null || address.friendlyName === name) &&
          (customer === null || address.customerName === customer) &&
          (country === null || address.isoCountry === country),
      )
      return pageOf(request, 'addresses', items, (address) => view(world, address))
    },
  },
  {
    method: 'POST',
    pattern: '/Addresses',
    handle: ({ world, form }) => {
      const now = world.clock.now()
      const address: Address = {
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
      configure(address, form, now)
      world.account.registry.addresses.set(address.sid, address)
      return { status: 201, json: view(world, address) }
    },
  },
  {
    method: 'GET',
    pattern: '/Addresses/:sid',
    handle: (request) => ({ status: 200, json: view(request.world, find(request)) }),
  },
  {
    method: 'POST',
    pattern: '/Addresses/:sid',
    handle: (request) => {
      const address = find(request)
      configure(address, request.form, request.world.clock.now())
      return { status: 200, json: view(request.world, address) }
    },
  },
  {
    method: 'DELETE',
    pattern: '/Addresses/:sid',
    handle: (request) => {
      request.world.account.registry.addresses.delete(find(request).sid)
      return { status: 204 }
    },
  },
]
