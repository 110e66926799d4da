import { COMMAND_TERMS, STATE_TERMS } from './glossary.ts';
import {
  BECOMES,
  LIFECYCLE,
  TARGET_STATES,
  type TargetCommandType,
  type TargetState,
} from './target/index.ts';

/** docs/lifecycle.md: the table that the decider reads, as a mermaid state diagram and as a list. Markdown. */
export const lifecyclePage = (): string =>
  [
    '# 绩效目标的生命周期',
    '',
    'Written from `libs/domain/target/lifecycle.ts` by `npm run docs:lifecycle`; a spec fails when it is out of date.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...declarations(),
    ...transitions(),
    ...ends(),
    '```',
    '',
    '| 状态 | 可以 |',
    '| --- | --- |',
    ...rows(),
    '',
  ].join('\n');

const existing = TARGET_STATES.filter((state) => state !== 'none');
/** Mermaid reads `-` in an id as part of an arrow. */
const idOf = (state: TargetState): string => (state === 'none' ? '[*]' : state.replaceAll('-', '_'));

const declarations = (): string[] =>
  existing.map((state) => `  state "${STATE_TERMS[state]}" as ${idOf(state)}`);

/** One arrow for each pair of states, with every command that leads from one to the other. */
const transitions = (): string[] =>
  TARGET_STATES.flatMap((from) =>
    existing.flatMap((to) => {
      const commands = LIFECYCLE[from].filter((command) => BECOMES[command].includes(to));
      return commands.length === 0 ? [] : [`  ${idOf(from)} --> ${idOf(to)}: ${terms(commands)}`];
    }),
  );

const ends = (): string[] =>
  existing
    .filter((state) => LIFECYCLE[state].every((command) => BECOMES[command].length === 0))
    .map((state) => `  ${idOf(state)} --> [*]`);

const rows = (): string[] =>
  TARGET_STATES.map(
    (state) => `| ${STATE_TERMS[state]} \`${state}\` | ${terms(LIFECYCLE[state]) || '（终结）'} |`,
  );

const terms = (commands: readonly TargetCommandType[]): string =>
  commands.map((command) => COMMAND_TERMS[command]).join('、');
