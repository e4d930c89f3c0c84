/**
 * What Logs Insights is asked of a span: every line, in the order of time, with the stream and the group it is from.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
export const LOG_QUERY = 'fields @timestamp, @message, @logStream, @log | sort @timestamp asc | limit 10000';
