import { Button } from 'antd';
import { sentenceOf } from '../api/index.ts';
import { Overtaken } from './overtaken.tsx';
import { type Draft } from './use-draft.ts';

interface SaveBarProps {
  draft: Draft;
  errors: number;
  warnings: number;
  canPresent: boolean;
  onPresent: () => void;
}

const clock = (time: Date): string =>
  time.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' });

/** Whether it is saved is always to be seen; the one thing to do next stands at the right. */
export function SaveBar({ draft, errors, warnings, canPresent, onPresent }: SaveBarProps) {
  const { isDirty, isSaving, newer, problem, compare, save } = draft;
  return (
    <div className="save-bar" role="toolbar" aria-label="保存与提交">
      {newer && <Overtaken newer={newer} onCompare={() => compare(newer)} />}
      <span className={problem ? 'save-problem' : 'muted'} role={problem ? 'alert' : 'status'}>
        {problem ? sentenceOf(problem) : savedWords(draft)}
      </span>
      <span className="save-findings">
        {errors > 0 && <b className="outline-error">{errors} 处错误</b>}
        {warnings > 0 && <span>{warnings} 条提醒</span>}
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
