import { given, did } from './given.ts';
import { classified, CLASSIFY, REVISE, SUBMIT } from './sample-deeds.ts';
import { draftOf, people, sampleForm } from './sample-county.ts';

const { clerk, head } = people;
const OFFLINE = { filedOffline: true };

describe('涉密登记', () => {
  it('只记编码、单位和理由，不记任何表格', () => {
    given().when(clerk, CLASSIFY).then({ type: 'TargetClassified', code: 'XM-2027-007' });
    given()
      .when(clerk, CLASSIFY)
      .thenTarget({
        state: 'classified',
        classified: { code: 'XM-2027-007', reason: '经保密审查定为涉密项目' },
        form: { kind: 'project' },
        formRevision: -1,
      });
  });

  it('登记后不收申报表，也不送审', () => {
    given(classified).when(clerk, REVISE).thenRefused('NotAllowedNow');
    given(classified).when(head, SUBMIT).thenRefused('NotAllowedNow');
    given(classified).when(clerk, draftOf()).thenRefused('NotAllowedNow');
  });

  it('登记有误的只能作废', () =>
    given(classified)
      .when(clerk, { type: 'AbandonTarget', reason: '已解密' })
      .then({ type: 'TargetAbandoned', reason: '已解密' }));

  it('批次未开放不得登记', () =>
    given().when(clerk, CLASSIFY, { campaignOpen: false }).thenRefused('CampaignNotOpen'));

  it('编码已登记为涉密的，不得另建草稿，也不得改成这一编码', () => {
    given()
      .when(clerk, draftOf(sampleForm({ code: 'XM-2027-007' })), OFFLINE)
      .thenRefused('FiledOffline');
    given(did(clerk, draftOf())).when(clerk, REVISE, OFFLINE).thenRefused('FiledOffline');
  });
});
