import { shellWord } from './cli.ts';
import { quoted, type Snippet, type SnippetSubject } from './snippet.ts';

const GUIDE = 'https://docs.aws.amazon.com/secretsmanager/latest/userguide';

/**
 * Code that reads this secret in the languages AWS keeps a caching client for, and by the AWS CLI. A cache asks AWS once
 * an hour by default instead of at every use, and so sees a new version up to an hour later.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets.html
 */
export function snippets(subject: SnippetSubject): readonly Snippet[] {
  return [
    cli(subject),
    javascript(subject),
    python(subject),
    java(subject),
    go(subject),
    dotnet(subject),
    rust(subject),
  ];
}

const cli = ({ arn, region }: SnippetSubject): Snippet => ({
  language: 'AWS CLI',
  install: '',
  page: `${GUIDE}/retrieving-secrets_cli.html`,
  code: [
    'aws secretsmanager get-secret-value \\',
    `  --region ${shellWord(region)} \\`,
    `  --secret-id ${shellWord(arn)} \\`,
    '  --query SecretString --output text',
  ].join('\n'),
});

const javascript = ({ arn, region }: SnippetSubject): Snippet => ({
  language: 'JavaScript',
  install: 'npm install @aws-lambda-powertools/parameters @aws-sdk/client-secrets-manager',
  page: `${GUIDE}/retrieving-secrets-javascript.html`,
  code: `import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';

const secrets = new SecretsProvider({ clientConfig: { region: ${quoted(region)} } });

// Kept for 300 seconds, then asked for again.
export const readSecret = () => secrets.get(${quoted(arn)}, { maxAge: 300 });`,
});

const python = ({ arn, region }: SnippetSubject): Snippet => ({
  language: 'Python',
  install: 'pip install boto3 aws-secretsmanager-caching',
  page: `${GUIDE}/retrieving-secrets_cache-python.html`,
  code: `import boto3
from aws_secretsmanager_caching import SecretCache

client = boto3.client("secretsmanager", region_name=${quoted(region)})
cache = SecretCache(client=client)


def read_secret():
    return cache.get_secret_string(${quoted(arn)})`,
});

const java = ({ arn, region }: SnippetSubject): Snippet => ({
  language: 'Java',
  install: 'com.amazonaws.secretsmanager:aws-secretsmanager-caching-java',
  page: `${GUIDE}/retrieving-secrets_cache-java.html`,
  code: `import com.amazonaws.secretsmanager.caching.SecretCache;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

public final class Secret {
  private static final SecretCache CACHE =
      new SecretCache(SecretsManagerClient.builder().region(Region.of(${quoted(region)})).build());

  public static String read() {
    return CACHE.getSecretString(${quoted(arn)});
  }
}`,
});

const go = ({ arn, region }: SnippetSubject): Snippet => ({
  language: 'Go',
  install:
    'go get github.com/aws/aws-secretsmanager-caching-go/v2/secretcache github.com/aws/aws-sdk-go-v2/config',
  page: `${GUIDE}/retrieving-secrets_cache-go.html`,
  code: `package secret

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-secretsmanager-caching-go/v2/secretcache"
)

func Open(ctx context.Context) (func() (string, error), error) {
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(${quoted(region)}))
	if err != nil {
		return nil, err
	}
	client := secretsmanager.NewFromConfig(cfg)
	cache, err := secretcache.New(func(c *secretcache.Cache) { c.Client = client })
	if err != nil {
		return nil, err
	}
	return func() (string, error) { return cache.GetSecretString(${quoted(arn)}) }, nil
}`,
});

const dotnet = ({ arn, region }: SnippetSubject): Snippet => ({
  language: '.NET',
  install: 'dotnet add package AWSSDK.SecretsManager.Caching',
  page: `${GUIDE}/retrieving-secrets_cache-net.html`,
  code: `using Amazon;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Extensions.Caching;

var client = new AmazonSecretsManagerClient(RegionEndpoint.GetBySystemName(${quoted(region)}));
using var cache = new SecretsManagerCache(client);
string text = await cache.GetSecretString(${quoted(arn)});`,
});

const rust = ({ arn, region }: SnippetSubject): Snippet => ({
  language: 'Rust',
  install:
    'cargo add aws_secretsmanager_caching aws-config aws-sdk-secretsmanager tokio --features tokio/full',
  page: `${GUIDE}/retrieving-secrets_cache-rust.html`,
  code: `use aws_config::{BehaviorVersion, Region};
use aws_secretsmanager_caching::SecretsManagerCachingClient;
use std::{error::Error, num::NonZeroUsize, time::Duration};

async fn read_secret() -> Result<Option<String>, Box<dyn Error>> {
    let config = aws_config::defaults(BehaviorVersion::latest())
        .region(Region::new(${quoted(region)}))
        .load()
        .await;
    let builder = aws_sdk_secretsmanager::config::Builder::from(&config);
    let client = SecretsManagerCachingClient::from_builder(
        builder,
        NonZeroUsize::new(10).unwrap(),
        Duration::from_secs(300),
        false,
    )
    .await?;
    let answer = client.get_secret_value(${quoted(arn)}, None, None, false).await?;
    Ok(answer.secret_string)
}`,
});
