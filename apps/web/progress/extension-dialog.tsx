import { Alert, App, Form, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type CampaignView } from '#contracts';
import { type Scope } from '#domain/campaign';
import { registers } from '../api/index.ts';
import { sayAtFields } from '../states/index.ts';
import { windowTerm } from '../windows/index.ts';
import { dayOf, shortDay } from '../words/index.ts';
import { ExtensionFields, windowsOf, type Entered } from './extension-fields.tsx';

interface ExtensionDialogProps {
  campaign: CampaignView;
  onClose: () => void;
}

/** Moves a deadline for all, a department or a unit; a refusal keeps what was typed. */
export function ExtensionDialog({ campaign, onClose }: ExtensionDialogProps) {
  const [form] = Form.useForm<Entered>();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const send = async (entered: Entered): Promise<void> => {
    setPending(true);
    try {
      const { window, until, reason } = entered;
      await registers.extendDeadline(campaign.id, { window, scope: scopeOf(entered), until, reason });
      await queries.invalidateQueries();
      const day = shortDay(until, dayOf(new Date()));
      void message.success(`已将${windowTerm(window, campaign.chains)}延长到 ${day}`);
      onClose();
    } catch (error) {
      setProblem(sayAtFields(form, ['until', 'reason'], error));
      setPending(false);
    }
  };
  return (
    <Modal
      open
      title="延长期限"
      okText="延长期限"
      confirmLoading={isPending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      width={520}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ window: windowsOf(campaign)[0], whom: 'all' }}
        onFinish={(entered) => void send(entered)}
      >
        <ExtensionFields campaign={campaign} form={form} />
      </Form>
      {problem !== null && <Alert type="error" title={problem} />}
    </Modal>
  );
}

function scopeOf({ whom, code = '' }: Entered): Scope {
  switch (whom) {
    case 'all':
      return { all: true };
    case 'department':
      return { department: code };
    case 'unit':
      return { unit: code };
  }
}
