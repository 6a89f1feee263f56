export type NumberType = 'Local' | 'TollFree' | 'Mobile'

export type Place = {
  /** What all its numbers begin with, in E.164. */
  prefix: string
  /** Digits that follow, the first and how many numbers there are. */
  first: number
  count: number
  areaCode: string
  locality: string | null
  region: string | null
  postalCode: string | null
  lata: string | null
  latitude: number | null
  longitude: number | null
}

type Country = { name: string; places: Record<NumberType, Place[]>; mms: boolean }

function northAmerican(
  areaCode: string,
  locality: string,
  region: string,
  rest: [string, string, number, number],
): Place {
  const [postalCode, lata, latitude, longitude] = rest
  const prefix = `+1${areaCode}5550`
  return { prefix, first: 100, count: 100, areaCode, locality, region, postalCode, lata, latitude, longitude }
}

function bare(prefix: string, first: number, count: number, locality: string | null = null): Place {
  const nowhere = { region: null, postalCode: null, lata: null, latitude: null, longitude: null }
  return { prefix, first, count, areaCode: prefix.slice(3), locality, ...nowhere }
}

const tollFree = ['800', '833', '844', '855', '866', '877', '888'].map((code) => ({
  ...bare(`+1${code}5550`, 100, 100),
  areaCode: code,
}))

/** Numbers for sale: those that a country keeps for fiction where libraries take them for valid, else examples. */
export const countries: Record<string, Country> = {
  US: {
    name: 'United States',
    mms: true,
    places: {
      Local: [
        northAmerican('415', 'San Francisco', 'CA', ['94102', '722', 37.78, -122.42]),
        northAmerican('310', 'Los Angeles', 'CA', ['90045', '730', 33.95, -118.4]),
        northAmerican('212', 'New York', 'NY', ['10001', '132', 40.75, -73.99]),
        northAmerican('617', 'Boston', 'MA', ['02108', '128', 42.36, -71.06]),
        northAmerican('312', 'Chicago', 'IL', ['60601', '358', 41.88, -87.62]),
        northAmerican('206', 'Seattle', 'WA', ['98101', '674', 47.61, -122.33]),
        northAmerican('512', 'Austin', 'TX', ['78701', '558', 30.27, -97.74]),
        northAmerican('305', 'Miami', 'FL', ['33101', '460', 25.77, -80.19]),
      ],
      TollFree: tollFree,
      Mobile: [],
    },
  },
  CA: {
    name: 'Canada',
    mms: true,
    places: {
      Local: [
        northAmerican('416', 'Toronto', 'ON', ['M5H', '888', 43.65, -79.38]),
        northAmerican('604', 'Vancouver', 'BC', ['V6B', '888', 49.28, -123.12]),
        northAmerican('514', 'Montreal', 'QC', ['H2Y', '888', 45.5, -73.55]),
      ],
      TollFree: tollFree,
      Mobile: [],
    },
  },
  GB: {
    name: 'United Kingdom',
    mms: false,
    places: {
      Local: [bare('+442079460', 100, 900, 'London'), bare('+441614960', 100, 900, 'Manchester')],
      TollFree: [bare('+44808157', 1000, 900)],
      Mobile: [bare('+447400123', 100, 900)],
    },
  },
  DE: {
    name: 'Germany',
    mms: false,
    places: {
      Local: [bare('+493023125', 100, 900, 'Berlin'), bare('+494066969', 100, 900, 'Hamburg')],
      TollFree: [bare('+498001234', 100, 900)],
      Mobile: [bare('+4915550009', 100, 900)],
    },
  },
  AU: {
    name: 'Australia',
    mms: false,
    places: {
      Local: [bare('+6125550', 1000, 900, 'Sydney'), bare('+6135550', 1000, 900, 'Melbourne')],
      TollFree: [bare('+611800160', 100, 900)],
      Mobile: [bare('+61491570', 100, 900)],
    },
  },
}
