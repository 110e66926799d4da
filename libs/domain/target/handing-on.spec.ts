import { did, given } from './given.ts';
import {
  addSigner,
  agreed,
  atJointSection,
  atSection,
  opinion,
  submitted,
  TOGETHER,
  transfer,
} from './sample-deeds.ts';
import { named, people } from './sample-county.ts';

const { clerk, head, department, department2, section, section2, section3, performance, deputy, outsider } =
  people;
const passes = [{ type: 'OpinionGiven' }, { type: 'StagePassed' }] as const;
const stays = [{ type: 'OpinionGiven' }] as const;

describe('转办', () => {
  it('转给别人后由其审核，自己不再有份', () => {
    given(submitted)
      .when(department, transfer(deputy))
      .then({
        type: 'ReviewTransferred',
        stage: 'department',
        from: named(department),
        to: named(deputy),
        reason: '外出学习',
      });
    const handed = [...submitted, did(department, transfer(deputy))];
    given(handed).when(department, opinion()).thenRefused('NotThisStagesTurn');
    given(handed)
      .when(deputy, opinion())
      .then(...passes);
    given(handed, did(deputy, transfer(department)))
      .when(department, opinion())
      .then(...passes);
    given(handed, did(deputy, transfer(department)))
      .when(deputy, opinion())
      .thenRefused('NotThisStagesTurn');
  });

  it('会签中转办：接手人签，原签名人不再等', () => {
    const handed = [...atJointSection, did(section3, transfer(deputy)), agreed(section), agreed(section2)];
    given(handed).when(section3, opinion()).thenRefused('NotThisStagesTurn');
    given(handed)
      .when(deputy, opinion())
      .then(...passes);
    given(atJointSection).when(section, transfer(section2)).thenRefused('AlreadySigner');
  });

  it('不轮到的、已签的、替别人的都不得转办', () => {
    given(submitted).when(section, transfer(deputy)).thenRefused('NotThisStagesTurn');
    given(atJointSection, agreed(section2)).when(section2, transfer(deputy)).thenRefused('AlreadySigned');
    given(submitted).when(department2, transfer(deputy, department)).thenRefused('NotThisStagesTurn');
    given(submitted).when(clerk, transfer(deputy)).thenRefused('OwnWork');
  });

  it('该级负责人可以替人转办，但只限有份而未签的', () => {
    given(atJointSection)
      .when(section, transfer(deputy, section2))
      .then({ type: 'ReviewTransferred', from: named(section2) });
    given(atJointSection).when(section, transfer(deputy, outsider)).thenRefused('NotThisStagesTurn');
    given(atJointSection, agreed(section2))
      .when(section, transfer(deputy, section2))
      .thenRefused('AlreadySigned');
    given(submitted)
      .when(department, transfer(deputy))
      .then({ type: 'ReviewTransferred', from: named(department) });
  });

  it('本级还有人可签时，负责人须说明替谁转办，不得凭空添人', () => {
    const on = { stageHeads: { department: ['leader'] } };
    given(submitted).when(people.leader, transfer(deputy), on).thenRefused('NotThisStagesTurn');
    given(submitted)
      .when(people.leader, transfer(deputy, department), on)
      .then({ type: 'ReviewTransferred', from: named(department), to: named(deputy) });
    given(atJointSection, agreed(section)).when(section, transfer(deputy)).thenRefused('AlreadySigned');
  });

  it('或签可以转给本级同事；已签的、加签的不再接手', () => {
    given(submitted, did(department, transfer(department2)))
      .when(department2, opinion())
      .then(...passes);
    const asked = [...submitted, did(department, addSigner(deputy))];
    given(asked).when(deputy, transfer(department2)).thenRefused('AlreadySigner');
    given(asked, agreed(department)).when(department2, transfer(department)).thenRefused('AlreadySigner');
    given(asked, agreed(department), did(department2, transfer(section)))
      .when(section, addSigner(department))
      .thenRefused('AlreadySigner');
  });

  it('接手人须有审核岗位，且不须回避', () => {
    given(submitted).when(department, transfer(outsider)).thenRefused('NotEligible');
    given(submitted).when(department, transfer(head)).thenRefused('OwnWork');
    given(atSection).when(section, transfer(department)).thenRefused('OneStageARound');
    given(submitted).when(department, transfer(department)).thenRefused('AlreadySigner');
  });
});

describe('加签', () => {
  const asked = [...submitted, did(department, addSigner(deputy))];
  it('或签加签：本级一人加上所有加签人都同意才过', () => {
    given(submitted)
      .when(department, addSigner(deputy))
      .then({ type: 'SignerAdded', stage: 'department', signer: named(deputy), reason: '涉及政府采购' });
    given(asked)
      .when(deputy, opinion())
      .then(...stays);
    given(asked)
      .when(department, opinion())
      .then(...stays);
    given(asked, agreed(deputy))
      .when(department2, opinion())
      .then(...passes);
    given(asked, agreed(department))
      .when(deputy, opinion())
      .then(...passes);
    given(asked, did(department, addSigner(section)), agreed(department), agreed(deputy))
      .when(section, opinion())
      .then(...passes);
    given(asked, did(department, addSigner(section)), agreed(department))
      .when(section, opinion())
      .then(...stays);
  });

  it('会签加签：全体加上加签人都同意才过', () => {
    const all = [...atJointSection, did(section, addSigner(deputy)), agreed(section), agreed(section2)];
    given(all)
      .when(section3, opinion())
      .then(...stays);
    given(all, agreed(section3))
      .when(deputy, opinion())
      .then(...passes);
    given(all, agreed(deputy))
      .when(section3, opinion())
      .then(...passes);
  });

  it('加签人可以退回、不通过，也可以转给别人', () => {
    given(asked)
      .when(deputy, opinion({ decision: 'return' }))
      .thenTarget({ state: 'returned' });
    const handed = [...asked, did(deputy, transfer(section2)), agreed(department)];
    given(handed).when(deputy, opinion()).thenRefused('NotThisStagesTurn');
    given(handed)
      .when(section2, opinion())
      .then(...passes);
    given(asked, did(deputy, transfer(section2)))
      .when(section2, opinion())
      .then(...stays);
  });

  it('本级已有份的人不必加签，也不能再接加签人之外的手', () => {
    given(asked).when(department, addSigner(deputy)).thenRefused('AlreadySigner');
    given(submitted).when(department, addSigner(department2)).thenRefused('AlreadySigner');
    given(submitted).when(department, addSigner(department)).thenRefused('AlreadySigner');
    given(asked).when(department2, transfer(deputy)).thenRefused('AlreadySigner');
  });

  it('须由轮到的人提出，加签人须有审核岗位且不须回避', () => {
    given(submitted).when(section, addSigner(deputy)).thenRefused('NotThisStagesTurn');
    given(submitted).when(department, addSigner(outsider)).thenRefused('NotEligible');
    given(submitted).when(department, addSigner(head)).thenRefused('OwnWork');
    given(atSection).when(section, addSigner(department)).thenRefused('OneStageARound');
  });
});

describe('抄送', () => {
  it('记下抄送给谁，重复的只记一次', () => {
    const to = [named(performance), named(deputy)];
    given(submitted)
      .when(department, { type: 'CopyTarget', to, note: '供参考' })
      .then({ type: 'TargetCopied', to, note: '供参考' });
    given(submitted, did(department, { type: 'CopyTarget', to, note: '' }))
      .when(head, { type: 'CopyTarget', to: [named(deputy), named(section)], note: '' })
      .thenTarget({ copied: ['performance', 'deputy', 'section'] });
    given(atJointSection)
      .when(section, { type: 'CopyTarget', to, note: '' }, TOGETHER)
      .then({ type: 'TargetCopied' });
  });
});
