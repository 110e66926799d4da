import { Alert, App, Button } from 'antd';
import { type MessageInstance } from 'antd/es/message/interface';
import { useCallback, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { DEFAULT_RULE_SET, type RuleSet } from '#domain';
import { type Form } from '#form';
import { nameOf, sectionsOf } from '../form/index.ts';
import { type PasteOutcome } from '../grid/index.ts';
import { marksOf, type Marks } from '../paper/index.ts';
import { useSession } from '../app/session.tsx';
import { TargetHead, useTargetChanged, type LastReturn } from '../target/index.ts';
import { Attachments } from './attachments.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { withRows, withTaken, withText } from './edit-form.ts';
import { wrongFigures } from './figures.ts';
import { findingsNow, findingsOfServer, findingsOutside, isIn, screeningRules } from './live-findings.ts';
import { Outline } from './outline.tsx';
import { PresentDialog } from './present-dialog.tsx';
import { SaveBar } from './save-bar.tsx';
import { SectionEditor, type Hands } from './section-editor.tsx';
import { SidePanel } from './side-panel.tsx';
import { useKeys } from './use-keys.ts';
import { useDraft, type Draft, type Opening } from './use-draft.ts';
import { usePaused } from './use-paused.ts';
import './editor.css';

interface EditorProps {
  opening: Opening;
  ruleSet: RuleSet | undefined;
  returned: LastReturn | null;
  /** What it came back with. */
  said: readonly string[];
}

const NONE: NonNullable<Form['attachments']> = [];

/** 目标编辑: outline at the left, the form in the middle, at the right what concerns the field one is at. */
export function Editor({ opening, ruleSet = DEFAULT_RULE_SET, returned, said }: EditorProps) {
  const { target } = opening;
  const { me } = useSession();
  const { message } = App.useApp();
  const draft = useDraft(opening, me.user);
  const [focused, setFocused] = useState<string | null>(null);
  const [begun, begin] = useState<string | null>(null);
  const [isPresenting, setPresenting] = useState(false);
  const screened = usePaused(draft.form);
  const rules = useMemo(() => screeningRules(ruleSet), [ruleSet]);
  const ofServer = useMemo(() => findingsOfServer(draft.saved, rules), [draft.saved, rules]);
  const findings = useMemo(() => findingsNow(screened, ofServer, rules), [screened, ofServer, rules]);
  const shown = useMemo(() => findingsOutside(begun, findings), [begun, findings]);
  const marks = useMemo(() => {
    const annotations = target.state === 'returned' ? returned?.annotations : [];
    const wrong = new Map([...wrongFigures(screened), ...draft.messages]);
    return withMessages(marksOf(shown, annotations), wrong);
  }, [shown, target.state, returned, screened, draft.messages]);
  const { dispatch } = draft;
  const edit = useCallback(
    (change: (form: Form) => Form): void => dispatch({ type: 'edit', change }),
    [dispatch],
  );
  const hands = useMemo<Hands>(
    () => ({
      write: (path, text) => edit((form) => withText(form, path, text)),
      writeRows: (list, rows) => edit((form) => withRows(form, list, rows)),
      focus: (path) => {
        setFocused(path);
        begin((row) => (isIn(row, path) ? row : null));
      },
      begin,
      pasted: (outcome) => tellOfPaste(message, outcome),
      refused: (why) => void message.warning(why),
    }),
    [edit, message],
  );
  useKeys(draft);
  const count = (severity: string): number => shown.filter((finding) => finding.severity === severity).length;
  const present = async (): Promise<void> => {
    if (await draft.save()) setPresenting(true);
  };
  return (
    <div className="editor">
      <div className="editor-outline">
        <Link to={`/targets/${target.id}`}>← 返回目标</Link>
        <Outline kind={target.kind} findings={shown} />
      </div>
      <div className="editor-form">
        <TargetHead target={target} name={nameOf(draft.form)} />
        <Notices
          isRestored={opening.draft !== null && !draft.conflict && draft.isDirty}
          said={said}
          onDiscard={draft.discard}
        />
        {sectionsOf(target.kind).map((section) => (
          <SectionEditor
            key={section.id}
            section={section}
            form={draft.form}
            marks={marks}
            messages={draft.messages}
            hands={hands}
          />
        ))}
        <Attachments target={target.id} attachments={draft.form.attachments ?? NONE} onChange={edit} />
      </div>
      <SidePanel
        form={screened}
        path={focused}
        marks={marks}
        partStep={ruleSet.partStep}
        onTake={(row, item) => {
          edit((form) => withTaken(form, row, item));
          void message.info(`已采用“${item.name}”，Ctrl Z 可撤销`);
        }}
      />
      <SaveBar
        draft={draft}
        errors={count('error')}
        warnings={count('warning')}
        onShowFindings={() => setFocused(null)}
        canPresent={target.allowed.includes('PresentTarget')}
        onPresent={() => void present()}
      />
      {draft.conflict && (
        <ConflictDialog
          conflict={draft.conflict}
          mine={draft.form}
          onResolve={draft.resolve}
          onPostpone={draft.postpone}
          onDiscard={draft.discard}
        />
      )}
      {isPresenting && <Presenting draft={draft} findings={findings} onClose={() => setPresenting(false)} />}
    </div>
  );
}

interface NoticesProps {
  isRestored: boolean;
  said: readonly string[];
  onDiscard: () => void;
}

/** What somebody who opens the form should know first. */
function Notices({ isRestored, said, onDiscard }: NoticesProps) {
  return (
    <>
      {isRestored && (
        <Alert
          type="info"
          title="已恢复您上次在本机填写、尚未保存的内容。"
          action={
            <Button size="small" onClick={onDiscard}>
              放弃这些修改
            </Button>
          }
        />
      )}
      {said.map((sentence) => (
        <Alert key={sentence} type="warning" title={sentence} />
      ))}
    </>
  );
}

interface PresentingProps {
  draft: Draft;
  findings: Parameters<typeof PresentDialog>[0]['findings'];
  onClose: () => void;
}

function Presenting({ draft, findings, onClose }: PresentingProps) {
  const navigate = useNavigate();
  const { id } = draft.seen;
  const changed = useTargetChanged(id);
  return (
    <PresentDialog
      seen={draft.seen}
      findings={findings}
      onClose={onClose}
      onDone={() => {
        changed();
        void navigate(`/targets/${id}`);
      }}
    />
  );
}

/** What the server refused stands in the margin as an error, first of all. */
function withMessages(marks: Marks, messages: ReadonlyMap<string, string>): Marks {
  if (messages.size === 0) return marks;
  const all = new Map(marks);
  for (const [path, text] of messages) all.set(path, [{ kind: 'error', text }, ...(marks.get(path) ?? [])]);
  return all;
}

/** Longer than a glance: it names what has to be put in by hand. */
const READ_SECONDS = 8;

function tellOfPaste(message: MessageInstance, { written, added, left }: PasteOutcome): void {
  const rows = `已粘贴 ${String(written)} 行${added > 0 ? `，新增 ${String(added)} 行` : ''}，Ctrl Z 可撤销`;
  if (left.length === 0) return void message.info(rows);
  const names = left.map((name) => `“${name}”`).join('、');
  void message.warning(`${rows}。本表没有${names}栏，其中的内容没有写入`, READ_SECONDS);
}
