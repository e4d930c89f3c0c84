/** An event's name without the date of its API, which Lambda's carry: `RemovePermission` of `RemovePermission20150331v2`. */
export const plainEventName = (name: string): string => name.replace(/\d{8}(?:v\d)?$/, '');
