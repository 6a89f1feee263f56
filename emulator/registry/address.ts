export type Address = {
  sid: string
  customerName: string
  street: string
  streetSecondary: string
  city: string
  region: string
  postalCode: string
  isoCountry: string
  friendlyName: string
  emergencyEnabled: boolean
  createdAt: number
  updatedAt: number
}
