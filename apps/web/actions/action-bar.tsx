import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type ChangeReply, type TargetView } from '#contracts';
import { COMMAND_TERMS } from '#domain';
import { type TargetCommandType } from '#domain/target';
import { type Action } from './action.ts';
import { ActionDialog } from './action-dialog.tsx';
import { ACTIONS } from './offered.ts';
import { COMMON, RARE } from './order.ts';
import { SubmitDialog } from './submit-dialog.tsx';
import { handingOn } from './taking-part.ts';
import './actions.css';

/** Commands with a page of their own. */
const PAGES: Partial<Record<TargetCommandType, (id: string) => string>> = {
  ReviseForm: (id) => `/targets/${id}/edit`,
  GiveOpinion: (id) => `/review/${id}`,
  SubmitSelfEvaluation: (id) => `/targets/${id}/year-end`,
  ConfirmEvaluation: (id) => `/targets/${id}/year-end`,
};

interface ActionBarProps {
  target: TargetView;
  onDone: (reply: ChangeReply) => void;
}

/** What this person may do with the target now, from the server's own list; nothing else is shown. */
export function ActionBar({ target, onDone }: ActionBarProps) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<TargetCommandType | null>(null);
  const isAllowed = (command: TargetCommandType): boolean => target.allowed.includes(command);
  const names = isAllowed('TransferReview') && !isAllowed('GiveOpinion');
  const common = [...COMMON.filter(isAllowed), ...(names ? (['TransferReview'] as const) : [])];
  const rare = RARE.filter((command) => isAllowed(command) && !common.includes(command));
  if (common.length + rare.length === 0) return null;
  const actionOf = (command: TargetCommandType): Action | undefined =>
    command === 'TransferReview' ? handingOn(target) : ACTIONS.get(command);
  const labelOf = (command: TargetCommandType): string => actionOf(command)?.label ?? COMMAND_TERMS[command];
  const start = (command: TargetCommandType): void => {
    const page = PAGES[command];
    if (page) void navigate(page(target.id));
    else setOpen(command);
  };
  const close = (): void => setOpen(null);
  const done = (reply: ChangeReply): void => {
    close();
    onDone(reply);
  };
  const action = open === null ? undefined : actionOf(open);
  return (
    <div className="action-bar" role="toolbar" aria-label="可办理的事项">
      {common.map((command, index) => (
        <Button key={command} type={index === 0 ? 'primary' : 'default'} onClick={() => start(command)}>
          {labelOf(command)}
        </Button>
      ))}
      {rare.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rare.map((command) => ({
              key: command,
              label: labelOf(command),
              danger: ACTIONS.get(command)?.isDangerous === true,
            })),
            onClick: ({ key }) => start(rare.find((command) => command === key) ?? 'UrgeReview'),
          }}
        >
          <Button>更多 ▾</Button>
        </Dropdown>
      )}
      {open === 'SubmitTarget' && <SubmitDialog target={target} onDone={done} onClose={close} />}
      {action && <ActionDialog action={action} target={target} onDone={done} onClose={close} />}
    </div>
  );
}
