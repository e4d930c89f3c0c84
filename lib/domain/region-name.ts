/** The form of a region's name; its endpoint comes from configuration, never from this text alone. */
export const REGION_NAME = /^[a-z]{2,4}(-[a-z]{2,12}){1,3}-\d{1,2}$/;
