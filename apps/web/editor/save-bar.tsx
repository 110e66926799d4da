import { Button } from 'antd';
import { sentenceOf } from '../api/index.ts';
import { chinaMinute } from '../words/index.ts';
import { Overtaken } from './overtaken.tsx';
import { type Draft } from './use-draft.ts';

interface SaveBarProps {
  draft: Draft;
  errors: number;
  warnings: number;
  /** Lists them in the side column. */
  onShowFindings: () => void;
  canPresent: boolean;
  onPresent: () => void;
}

/** As every other time that is shown: China's, whatever zone the machine is set to. */
const clock = (time: Date): string => chinaMinute(time.toISOString()).slice(-5);

/** Whether it is saved is always to be seen; the one thing to do next stands at the right. */
export function SaveBar({ draft, errors, warnings, onShowFindings, canPresent, onPresent }: SaveBarProps) {
  const { isDirty, isSaving, newer, problem, compare, save } = draft;
  return (
    <div className="save-bar" role="toolbar" aria-label="保存与提交">
      {newer && <Overtaken newer={newer} onCompare={() => compare(newer)} />}
      <span className={problem ? 'save-problem' : 'muted'} role={problem ? 'alert' : 'status'}>
        {problem ? sentenceOf(problem) : savedWords(draft)}
      </span>
      <span className="save-findings">
        {errors + warnings > 0 && (
          <button type="button" className="link" aria-label="查看全部提示" onClick={onShowFindings}>
            {errors > 0 && <b className="outline-error">{errors} 处错误</b>}{' '}
            {warnings > 0 && `${String(warnings)} 条提醒`}
          </button>
        )}
      </span>
      <Button disabled={!isDirty} loading={isSaving} onClick={() => void save()}>
        保存
      </Button>
      {canPresent && (
        <Button type="primary" disabled={isSaving} onClick={onPresent}>
          提交单位审核
        </Button>
      )}
    </div>
  );
}

function savedWords({ isDirty, isSaving, savedAt, keptAt }: Draft): string {
  if (isSaving) return '正在保存……';
  if (!isDirty) return savedAt ? `已保存 ${clock(savedAt)}` : '没有未保存的修改';
  return keptAt ? `尚未保存到系统，本机已暂存 ${clock(keptAt)}` : '尚未保存';
}
