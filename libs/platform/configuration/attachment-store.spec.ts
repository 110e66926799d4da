import { attachmentsIn } from './attachment-store.ts';

const S3 = {
  S3_ENDPOINT: 'https://s3.example.gov.cn',
  S3_BUCKET: 'mubiao',
  S3_ACCESS_KEY_ID: 'id',
  S3_SECRET_ACCESS_KEY: 'secret',
};

describe('where attachments are kept', () => {
  it('is the data folder, 50 MB each, unless something else is said', () => {
    expect(attachmentsIn({})).toEqual({ value: { megabytes: 50 }, problems: [] });
    expect(attachmentsIn({ ...S3, MUBIAO_ATTACHMENT_MB: '200' })).toMatchObject({
      value: { megabytes: 200, s3: { bucket: 'mubiao', region: 'us-east-1' } },
      problems: [],
    });
  });

  it('names what is missing or wrong, a sentence each', () => {
    const { S3_BUCKET: _, ...rest } = S3;
    expect(attachmentsIn(rest).problems).toEqual([expect.stringMatching(/^环境变量 S3_BUCKET 没有设置/)]);
    expect(attachmentsIn({ ...S3, S3_ENDPOINT: 'ftp://x' }).problems[0]).toContain('S3_ENDPOINT');
    expect(attachmentsIn({ MUBIAO_ATTACHMENT_MB: '0' }).problems[0]).toContain('1 到 2000');
  });
});
