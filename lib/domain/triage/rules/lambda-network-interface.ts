import type { Rule } from '../clue.ts';

// https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_Errors and the function's StateReasonCode.
export const lambdaNetworkInterface: Rule = {
  cause: 'lambda-network-interface',
  clues: [
    {
      sign: /EC2(?:Throttled|AccessDenied|Unexpected)Exception|ENI(?:LimitReached|NotReady)Exception|SubnetIPAddressLimitReached\w{0,10}|InvalidS(?:ubnet|ecurityGroup)IDException|EniLimitExceeded|SubnetOutOfIPAddresses|InsufficientRolePermissions|InvalidSecurityGroup\b|InvalidSubnet\b/i,
      weight: 96,
      says: 'Lambda could not attach the function to its VPC',
      unless: /An error occurred \([^)]{1,60}\) when calling the (?:Create|Modify)DB/,
    },
    {
      sign: /not able to (?:set up VPC access|create an (?:ENI|Elastic Network Interface))|no available IP addresses|insufficient (?:free )?(?:IP )?addresses|(?:call|perform:?) (?:ec2:)?CreateNetworkInterface|ec2:(?:CreateNetworkInterface|DescribeNetworkInterfaces|DeleteNetworkInterface)|(?:elastic )?network interface[^\n]{0,60}(?:limit|not ready|could not|failed|error)|DescribeNetworkInterfaces/i,
      weight: 94,
      says: 'Lambda could not attach the function to its VPC',
    },
  ],
};
