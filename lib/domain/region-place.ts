/**
 * Where a region is, as AWS's list of regions names it in brackets: `Ireland` for eu-west-1; undefined for one that is not
 * listed there. https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export const regionPlace = (region: string): string | undefined => places.get(region);

const places = new Map(
  Object.entries({
    'af-south-1': 'Cape Town',
    'ap-east-1': 'Hong Kong',
    'ap-east-2': 'Taipei',
    'ap-northeast-1': 'Tokyo',
    'ap-northeast-2': 'Seoul',
    'ap-northeast-3': 'Osaka',
    'ap-south-1': 'Mumbai',
    'ap-south-2': 'Hyderabad',
    'ap-southeast-1': 'Singapore',
    'ap-southeast-2': 'Sydney',
    'ap-southeast-3': 'Jakarta',
    'ap-southeast-4': 'Melbourne',
    'ap-southeast-5': 'Malaysia',
    'ap-southeast-6': 'New Zealand',
    'ap-southeast-7': 'Thailand',
    // AWS calls these two Central; the country tells them apart.
    'ca-central-1': 'Canada',
    'mx-central-1': 'Mexico',
    'ca-west-1': 'Calgary',
    'cn-north-1': 'Beijing',
    'cn-northwest-1': 'Ningxia',
    'eu-central-1': 'Frankfurt',
    'eu-central-2': 'Zurich',
    'eu-north-1': 'Stockholm',
    'eu-south-1': 'Milan',
    'eu-south-2': 'Spain',
    'eu-west-1': 'Ireland',
    'eu-west-2': 'London',
    'eu-west-3': 'Paris',
    'il-central-1': 'Tel Aviv',
    'me-central-1': 'UAE',
    'me-south-1': 'Bahrain',
    'sa-east-1': 'São Paulo',
    'us-east-1': 'N. Virginia',
    'us-east-2': 'Ohio',
    'us-gov-east-1': 'US-East',
    'us-gov-west-1': 'US-West',
    'us-west-1': 'N. California',
    'us-west-2': 'Oregon',
  }),
);
