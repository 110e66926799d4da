import { type ApiPropertyOptions } from '@nestjs/swagger';
import { Ajv } from 'ajv';
import { DEFAULT_RULE_SET } from '#domain';
import { type ReminderSettings } from '#domain/campaign';

/** The structured parts of a campaign, each by a JSON Schema that also describes it to callers. */
const ajv = new Ajv({ strict: true, allowUnionTypes: true });

interface Term {
  name: string;
  isRight: (value: unknown) => boolean;
  schema: ApiPropertyOptions;
}

function term(name: string, schema: object): Term {
  const check = ajv.compile(schema);
  return { name, isRight: (value) => check(value), schema };
}

const object = (
  properties: Record<string, object>,
  required: readonly string[] = Object.keys(properties),
) => ({
  type: 'object',
  properties,
  required: [...required],
  additionalProperties: false,
});
const text = { type: 'string', minLength: 1, maxLength: 200, pattern: '\\S' };
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const points = { type: 'number', minimum: 0, maximum: 100 };

const chain = {
  type: 'array',
  minItems: 1,
  maxItems: 5,
  items: object({
    id: { type: 'string', pattern: '^[A-Za-z0-9._-]{1,64}$' },
    name: text,
    reviewers: { enum: ['department', 'section', 'performance'] },
    rule: { enum: ['any', 'all'] },
  }),
};
const window = object({ opens: day, closes: day });
const WINDOW =
  '^(submission|revision|grant|disclosure|selfEvaluation|verification|review\\.[A-Za-z0-9._-]{1,64})$';

export const CHAINS = term('isChains', object({ project: chain, overall: chain, direction: chain }, []));

export const WINDOWS = term('isWindows', {
  type: 'object',
  patternProperties: { [WINDOW]: window },
  additionalProperties: false,
});

export const WINDOW_NAME = term('isWindowName', { type: 'string', pattern: WINDOW });

export const SCOPE = term('isScope', {
  oneOf: [object({ all: { const: true } }), object({ department: text }), object({ unit: text })],
});

const hour = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };

export const REMINDERS = term(
  'isReminders',
  object(
    {
      before: {
        type: 'array',
        items: { type: 'integer', minimum: 1, maximum: 60 },
        maxItems: 10,
        uniqueItems: true,
      },
      days: { enum: ['calendar', 'working'] },
      hour,
      escalateAfter: { type: 'integer', minimum: 1, maximum: 60 },
      overdueAtMost: { type: 'integer', minimum: 0, maximum: 366 },
      quiet: object({ from: hour, until: hour }),
    } satisfies Record<keyof ReminderSettings, object>,
    [],
  ),
);

const sheet = {
  type: 'array',
  minItems: 1,
  maxItems: 50,
  items: object({
    criterion: text,
    questions: { type: 'array', minItems: 1, maxItems: 50, items: object({ question: text, points }) },
  }),
};

export const RULE_SET = term(
  'isRuleSet',
  object({
    version: text,
    tree: { enum: ['2015', '2021'] },
    sheet,
    gradeBounds: object({ excellent: points, good: points, fair: points }),
    partStep: { enum: ['ask', 'whole', 'proportional', 'up'] },
    weightTotal: { enum: [90, 100, null] },
    screening: { type: 'object', additionalProperties: { enum: ['off', 'error', 'warning', 'hint'] } },
    urgesPerDay: { type: 'integer', minimum: 0, maximum: 100 },
  } satisfies Record<keyof typeof DEFAULT_RULE_SET, object>),
);
