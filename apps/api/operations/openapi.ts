import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { formSchemas } from '#form';
import { PROBLEMS } from '#contracts';
import { BOOKLET_FORMATS, WRITTEN_FORMATS } from '#documents';
import { MEDIA_TYPES } from '../documents/media-types.ts';
import { DOCUMENT_REPLIES, DOCUMENT_SCHEMAS, FILE_ROUTES } from './schemas/documents.ts';
import { INBOX_REPLIES, INBOX_SCHEMAS } from './schemas/inbox.ts';
import { REPLIES } from './schemas/replies-by-route.ts';
import { REPLY_SCHEMAS } from './schemas/targets.ts';
import { OPEN_SESSION_ROUTES, SESSION_REPLIES, SESSION_SCHEMAS, STREAM_REPLIES } from './schemas/session.ts';

interface Operation {
  parameters?: Parameter[];
  responses: Record<string, unknown>;
  security?: object[];
  requestBody?: unknown;
}
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: object;
}

const METHODS = ['get', 'post', 'put', 'delete'] as const;
const OPEN = new Set(['post /api/session', 'post /api/credentials', ...OPEN_SESSION_ROUTES]);
const ALL_REPLIES = { ...REPLIES, ...SESSION_REPLIES, ...DOCUMENT_REPLIES, ...INBOX_REPLIES };
const isOpen = (route: string): boolean => OPEN.has(route) || route.startsWith('get /api/public/');
/** Sessions, passwords and trials are no commands: no event comes of them. */
const NO_COMMAND =
  /^\/api\/(session|me|credentials|screenings|scorings|imports|inbox|preferences|phrases)|\/filled-form$/;

/** The whole interface as OpenAPI 3.1: bodies from their classes, forms from their own schema, the rest said here once. */
export function describeApi(nest: INestApplication): string {
  const options = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('预算绩效目标管理系统')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addCookieAuth('mubiao_session')
    .build();
  const document = SwaggerModule.createDocument(nest, options, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}.${method}`,
  });
  document.components = {
    ...document.components,
    schemas: {
      ...document.components?.schemas,
      ...(formComponents() as object),
      ...REPLY_SCHEMAS,
      ...SESSION_SCHEMAS,
      ...INBOX_SCHEMAS,
      ...DOCUMENT_SCHEMAS,
    },
  };
  for (const [path, item] of Object.entries(document.paths))
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (operation) complete(operation, method, path);
    }
  return `${JSON.stringify(sorted(document), null, 2)}\n`;
}

/** The form's schemas are JSON Schema 2020-12 already, which is what OpenAPI 3.1 speaks. */
const formComponents = (): unknown =>
  JSON.parse(
    JSON.stringify({
      ProjectForm: formSchemas.project,
      OverallForm: formSchemas.overall,
      DirectionForm: formSchemas.direction,
    }),
  );

/** Adds what the decorators do not know: path and header parameters, replies, the session. */
function complete(operation: Operation, method: (typeof METHODS)[number], path: string): void {
  const route = `${method} ${path}`;
  const isCommand = method !== 'get' && !NO_COMMAND.test(path);
  const { parameters = [], responses } = operation;
  const headers = isCommand ? headersOf(path) : [];
  operation.parameters = [...parameters, ...missingPathParameters(operation, path), ...headers];
  const [status = '200'] = Object.keys(responses);
  const reply = status === '204' ? undefined : replyOf(route, isCommand);
  const answer = fileOf(path) ?? streamOf(route) ?? success(reply);
  operation.responses = { [status]: answer, default: PROBLEM };
  operation.requestBody = withFile(operation.requestBody, route);
  if (!isOpen(route)) operation.security = [{ cookie: [] }];
}

const replyOf = (route: string, isCommand: boolean): string | undefined =>
  ALL_REPLIES[route] ?? (isCommand ? 'ChangeReply' : undefined);

const headersOf = (path: string): Parameter[] =>
  path.startsWith('/api/targets/{id}/') ? [IDEMPOTENCY_KEY, IF_MATCH] : [IDEMPOTENCY_KEY];

function missingPathParameters({ parameters = [] }: Operation, path: string): Parameter[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const missing = names.filter((name) => !parameters.some((one) => one.in === 'path' && one.name === name));
  return missing.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

const FORMATS = [...new Set([...WRITTEN_FORMATS, ...BOOKLET_FORMATS])];
const BYTES = { schema: { type: 'string', format: 'binary' } };

/** A reply that is a file, by the ending of its path; a paper filled in is of the kind that was sent. */
function fileOf(path: string): object | undefined {
  const formats = path.endsWith('/filled-form')
    ? WRITTEN_FORMATS
    : FORMATS.filter((one) => path.endsWith(`.${one}`));
  if (formats.length === 0) return undefined;
  const content = Object.fromEntries(formats.map((format) => [MEDIA_TYPES[format], BYTES]));
  return { description: '文件', content };
}

function streamOf(route: string): object | undefined {
  const event = STREAM_REPLIES[route];
  if (event === undefined) return undefined;
  const schema = { $ref: `#/components/schemas/${event}` };
  return { description: '服务器推送的事件', content: { 'text/event-stream': { schema } } };
}

/** The body, which on a route that takes a file may as well be one. */
function withFile(body: unknown, route: string): unknown {
  if (!FILE_ROUTES.has(route)) return body;
  const { content = {} } = (body ?? {}) as { content?: object };
  return { required: true, content: { ...content, 'application/octet-stream': BYTES } };
}

function success(schema: string | undefined): object {
  if (schema === undefined) return { description: '成功' };
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
  return { description: '成功', content };
}

const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: '读取时 ETag 的值，如 "7"',
  schema: { type: 'string' },
};
const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: '同一请求重发时给同一个值，只生效一次，答复相同',
  schema: { type: 'string', maxLength: 200 },
};
const statuses = [...new Set(Object.values(PROBLEMS).map(({ status }) => status))].sort((a, b) => a - b);
const PROBLEM = {
  description: `未成功（${[...statuses, 409].sort((a, b) => a - b).join('、')}）`,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const DESCRIPTION = `绩效目标从申报、审核、批复到自评、复核的全部操作。
时间为带时区的 ISO 8601，金额为万元的十进制字符串，得分为十进制字符串，版本号从 0 起。
先以 POST /api/session 登录取得 Cookie；对已有目标的操作须带 If-Match。未成功时答复为 RFC 9457 的 problem+json。`;

/** Keys in order, so that the committed file changes only where the interface does. */
function sorted(document: OpenAPIObject): unknown {
  const { paths, components, ...rest } = document;
  const byKey = (object: object): object =>
    Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    ...rest,
    paths: byKey(paths),
    components: { ...components, schemas: byKey(components?.schemas ?? {}) },
  };
}
