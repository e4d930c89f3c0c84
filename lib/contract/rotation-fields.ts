import * as z from 'zod';

/** A function by its ARN, with a version or alias perhaps; its region is held to the pattern of every other. */
export const functionArnField = z
  .string()
  .max(2_048)
  .regex(
    /^arn:aws[a-z-]*:lambda:[a-z]{2,4}(-[a-z]{2,12}){1,3}-\d{1,2}:\d{12}:function:[\w-]{1,140}(:[\w$-]{1,128})?$/,
    'the ARN of a Lambda function',
  );

/**
 * A schedule: an expression or a number of days, and how long its window lasts.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html
 */
export const rotationRulesField = z.strictObject({
  AutomaticallyAfterDays: z.int().min(1).max(1_000).optional(),
  ScheduleExpression: z
    .string()
    .regex(/^[0-9A-Za-z()#?*\-/, ]{1,256}$/, 'a rate() or cron() expression')
    .optional(),
  Duration: z
    .string()
    .regex(/^\d{1,2}h$/, 'hours, as 3h')
    .optional(),
});
