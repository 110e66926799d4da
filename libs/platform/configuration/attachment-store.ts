import { numberIn, textIn, urlIn, type Environment } from './variables.ts';

/** Where attachments are kept and how large one may be. */
export interface AttachmentConfiguration {
  /** The largest attachment, in megabytes. */
  megabytes: number;
  /** An S3-compatible store; absent = below the data folder. */
  s3?: {
    endpoint: string;
    bucket: string;
    region: string;
    accessKeyId: string;
    secretAccessKey: string;
  };
}

const NAMES = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** Of endpoint, bucket and the two keys either all are given or none. */
export function attachmentsIn(env: Environment): { value: AttachmentConfiguration; problems: string[] } {
  const limit = numberIn(env, 'MUBIAO_ATTACHMENT_MB', { least: 1, most: 2_000, otherwise: 50 });
  const endpoint = urlIn(env, NAMES[0], ['https', 'http']);
  const texts = [...NAMES.slice(1), 'S3_REGION'].map((name) => textIn(env, name));
  const [bucket, accessKeyId, secretAccessKey, region] = texts.map(({ value }) => value);
  const problems = [limit, endpoint, ...texts].flatMap(({ problem }) => problem ?? []);
  const megabytes = limit.value;
  if (endpoint.value === undefined || !bucket || !accessKeyId || !secretAccessKey)
    return { value: { megabytes }, problems: problems.length > 0 ? problems : missingIn(env) };
  const s3 = {
    endpoint: endpoint.value,
    bucket,
    region: region ?? 'us-east-1',
    accessKeyId,
    secretAccessKey,
  };
  return { value: { megabytes, s3 }, problems };
}

function missingIn(env: Environment): string[] {
  const isGiven = (name: string): boolean => textIn(env, name).value !== undefined;
  const given = [...NAMES, 'S3_REGION'].filter(isGiven);
  if (given.length === 0) return [];
  return NAMES.filter((name) => !isGiven(name)).map(
    (name) =>
      `环境变量 ${name} 没有设置：已设置 ${given.join('、')}，附件存入对象存储还需要它；附件存本机请都去掉。`,
  );
}
