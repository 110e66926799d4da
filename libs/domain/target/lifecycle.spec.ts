import { COMMAND_TERMS, STATE_TERMS } from '../glossary.ts';
import { type TargetCommandType } from './commands.ts';
import { type TargetEventType } from './events.ts';
import { did, fold, given, happened, type Deed } from './given.ts';
import { BECOMES, LIFECYCLE } from './lifecycle.ts';
import {
  addSigner,
  agreed,
  approved,
  classified,
  CLASSIFY,
  delegate,
  draft,
  GRANT,
  granted,
  opinion,
  propose,
  returned,
  REVISE,
  SELF_EVALUATE,
  selfEvaluated,
  SUBMIT,
  submitted,
  transfer,
} from './sample-deeds.ts';
import { draftOf, named, people } from './sample-county.ts';
import { TARGET_STATES, type TargetState } from './target.ts';

const { clerk, head, department, section, performance, leader, deputy } = people;
const back = [...submitted, returned(department), did(clerk, REVISE)];

/** A history that ends in each state. */
const REACHED: Readonly<Record<TargetState, readonly Deed[]>> = {
  none: [],
  draft,
  'in-review': submitted,
  returned: back,
  rejected: [...submitted, did(department, opinion({ decision: 'reject' }))],
  abandoned: [...draft, did(clerk, { type: 'AbandonTarget', reason: '项目取消' })],
  classified,
  approved,
  'not-funded': [...approved, did(leader, { type: 'RefuseFunding', reason: '财力不足' })],
  granted,
  'self-evaluated': selfEvaluated,
  evaluated: [...selfEvaluated, did(performance, { type: 'ConfirmEvaluation', comment: '属实', points: [] })],
};

const PRESENT = did(clerk, { type: 'PresentTarget' });
const PROPOSE = did(department, propose());
const only = (deed: Deed): Deed[][] => [[deed]];
/** Deeds that end in the command, possible in every state whose table knows it. */
const EXAMPLES: Readonly<Record<TargetCommandType, readonly (readonly Deed[])[]>> = {
  DraftTarget: only(did(clerk, draftOf())),
  ClassifyTarget: only(did(clerk, CLASSIFY)),
  ReviseForm: only(did(clerk, { type: 'ReviseForm', form: { kind: 'project', name: '送书下乡' } })),
  PresentTarget: only(PRESENT),
  HandBackTarget: [[PRESENT, did(head, { type: 'HandBackTarget', comment: '补齐' })]],
  SubmitTarget: [[PRESENT, did(head, SUBMIT)]],
  WithdrawTarget: only(did(head, { type: 'WithdrawTarget', reason: '有误' })),
  AbandonTarget: only(did(head, { type: 'AbandonTarget', reason: '取消' })),
  GiveOpinion: [
    [agreed(department)],
    [returned(department)],
    [did(department, opinion({ decision: 'reject' }))],
    [agreed(department), agreed(section), agreed(performance)],
  ],
  ProposeWording: only(PROPOSE),
  AcceptWording: [[PROPOSE, did(clerk, { type: 'AcceptWording', wordingId: 'w1' })]],
  DeclineWording: [[PROPOSE, did(clerk, { type: 'DeclineWording', wordingId: 'w1', reason: '不妥' })]],
  TransferReview: only(did(department, transfer(deputy))),
  AddSigner: only(did(department, addSigner(deputy))),
  DelegateReview: only(did(department, delegate(deputy))),
  CopyTarget: only(did(clerk, { type: 'CopyTarget', to: [named(deputy)], note: '' })),
  UrgeReview: only(did(head, { type: 'UrgeReview', note: '' })),
  ReopenTarget: only(did(leader, { type: 'ReopenTarget', reason: '控制数下达', ceiling: '40' })),
  RefuseFunding: only(did(leader, { type: 'RefuseFunding', reason: '财力不足' })),
  GrantTarget: only(did(leader, GRANT)),
  DiscloseTarget: only(
    did(head, { type: 'DiscloseTarget', date: '2027-02-01', url: 'https://example.gov.cn/' }),
  ),
  WithholdDisclosure: only(did(head, { type: 'WithholdDisclosure', reason: '敏感' })),
  SubmitSelfEvaluation: only(did(clerk, SELF_EVALUATE)),
  ConfirmEvaluation: only(did(performance, { type: 'ConfirmEvaluation', comment: '属实', points: [] })),
  ReturnSelfEvaluation: only(did(performance, { type: 'ReturnSelfEvaluation', comment: '补充' })),
};
const COMMANDS = Object.keys(EXAMPLES) as TargetCommandType[];

/** Told to the compiler so that a new event cannot be left out. */
const EVENTS: Readonly<Record<TargetEventType, true>> = {
  TargetDrafted: true,
  TargetClassified: true,
  FormRevised: true,
  TargetPresented: true,
  TargetHandedBack: true,
  TargetSubmitted: true,
  TargetWithdrawn: true,
  TargetAbandoned: true,
  OpinionGiven: true,
  StagePassed: true,
  WordingProposed: true,
  WordingAccepted: true,
  WordingDeclined: true,
  ReviewTransferred: true,
  SignerAdded: true,
  ReviewDelegated: true,
  TargetCopied: true,
  ReviewUrged: true,
  TargetReturned: true,
  TargetRejected: true,
  TargetApproved: true,
  TargetReopened: true,
  TargetNotFunded: true,
  TargetGranted: true,
  TargetDisclosed: true,
  DisclosureWithheld: true,
  SelfEvaluationSubmitted: true,
  SelfEvaluationReturned: true,
  EvaluationConfirmed: true,
};

describe('生命周期表', () => {
  it('从未建出发，按表可到每一个状态', () => {
    const reached = new Set<TargetState>(['none']);
    for (const state of reached)
      for (const command of LIFECYCLE[state]) for (const next of BECOMES[command]) reached.add(next);
    expect([...reached].sort()).toEqual([...TARGET_STATES].sort());
  });

  it('每条命令至少有一个状态用得上', () => {
    const used = new Set(Object.values(LIFECYCLE).flat());
    expect([...used].sort()).toEqual([...COMMANDS].sort());
  });

  it('审核不通过、作废、未安排预算之后没有命令', () => {
    for (const state of ['rejected', 'abandoned', 'not-funded'] as const)
      expect(LIFECYCLE[state]).toEqual([]);
  });

  for (const state of TARGET_STATES)
    describe(STATE_TERMS[state], () => {
      it('确有历史走到这里', () => expect(fold(happened(REACHED[state])).state).toBe(state));

      for (const command of COMMANDS)
        if (LIFECYCLE[state].includes(command))
          it(`可以${COMMAND_TERMS[command]}，结果不出表列`, () => {
            for (const example of EXAMPLES[command]) {
              const after = fold(happened(REACHED[state], example)).state;
              expect([...BECOMES[command], state]).toContain(after);
            }
          });
        else
          it(`不得${COMMAND_TERMS[command]}`, () => {
            const last = EXAMPLES[command][0]!.at(-1)!;
            given(REACHED[state]).when(last.by, last.command).thenRefused('NotAllowedNow');
          });
    });

  it('表列的每个结果都确有其事', () => {
    for (const command of COMMANDS) {
      const states = TARGET_STATES.filter((state) => LIFECYCLE[state].includes(command));
      const outcomes = states.flatMap((state) =>
        EXAMPLES[command].map((example) => fold(happened(REACHED[state], example)).state),
      );
      expect(outcomes).toEqual(expect.arrayContaining([...BECOMES[command]]));
    }
  });

  it('每种事件都确会发生', () => {
    const histories = TARGET_STATES.flatMap((state) =>
      LIFECYCLE[state].flatMap((command) =>
        EXAMPLES[command].map((example) => happened(REACHED[state], example)),
      ),
    );
    const types = new Set(histories.flat().map(({ event }) => event.type));
    expect([...types].sort()).toEqual(Object.keys(EVENTS).sort());
  });
});
