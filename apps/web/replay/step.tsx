import { type TargetView } from '#contracts';
import { seatOf } from '#domain';
import { type HistoryItem } from '../api/index.ts';
import { ActorName, annotationsIn, titleOf } from '../target/index.ts';
import { labelOf } from '#form';
import { minuteOf } from '../words/index.ts';

/** Who did what, in which post, on whose behalf, and why. */
export function Step({ item, target: { chain } }: { item: HistoryItem; target: Pick<TargetView, 'chain'> }) {
  const { actor, comment, time, seal, data } = item;
  const stage = chain.find(({ id }) => id === data['stage']);
  return (
    <>
      <h2>{titleOf(item)}</h2>
      <dl className="step">
        <dt>时间</dt>
        <dd>{minuteOf(time)}</dd>
        <dt>办理人</dt>
        <dd>
          <ActorName {...actor} />
          {actor.onBehalfOf && `（代 ${actor.onBehalfOf.name}）`}
        </dd>
        <dt>职务</dt>
        <dd>{seatOf(actor)}</dd>
        {stage && (
          <>
            <dt>环节</dt>
            <dd>{stage.name}</dd>
          </>
        )}
        {comment !== undefined && (
          <>
            <dt>意见</dt>
            <dd>{comment}</dd>
          </>
        )}
        {annotationsIn(item).map((annotation) => (
          <div key={annotation.path} className="step-remark">
            <dt>批注</dt>
            <dd>
              <span className="muted">{labelOf(annotation.path)}</span> {annotation.comment}
            </dd>
          </div>
        ))}
        <dt>封签</dt>
        <dd className="step-seal" title={seal}>
          {seal.slice(0, 16)}…
        </dd>
      </dl>
    </>
  );
}
