import { Alert, Button, Checkbox, Form, Input, Radio } from 'antd';
import { CHANNEL_TERMS } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  messagesByPath,
  readPreferences,
  ROBOTS,
  sentenceOf,
  writePreferences,
  type Preferences,
} from '../api/index.ts';
import { Loaded } from '../states/index.ts';

const MAIL_WAYS = [
  { value: 'each', label: '逐条发送' },
  { value: 'daily', label: '每天汇总为一封' },
  { value: 'off', label: '不发邮件' },
];

interface Entered extends Omit<Preferences, 'address'> {
  address: string;
}

/** 接收方式: it holds for what is told from now on. */
export function PreferencesPart() {
  // Under somebody's hands: never exchanged while it is edited.
  const query = useQuery({
    queryKey: ['preferences'],
    queryFn: readPreferences,
    refetchOnWindowFocus: false,
  });
  return (
    <Loaded query={query} lines={6}>
      {(preferences) => <PreferencesForm preferences={preferences} />}
    </Loaded>
  );
}

function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const queries = useQueryClient();
  const [form] = Form.useForm<Entered>();
  const saving = useMutation({
    mutationFn: ({ address, ...rest }: Entered) =>
      writePreferences({ ...rest, address: address.trim() === '' ? null : address.trim() }),
    onSuccess: (saved) => queries.setQueryData(['preferences'], saved),
    onError: (error) => {
      const messages = messagesByPath(error);
      form.setFields([{ name: 'address', errors: [messages.get('/address') ?? []].flat() }]);
    },
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="inbox-preferences panel"
      initialValues={{ ...preferences, address: preferences.address ?? '' }}
      onFinish={(entered) => saving.mutate(entered)}
      onValuesChange={() => saving.reset()}
    >
      <p className="muted">
        通知总会进入本页。下面的方式另外告知您，自保存起生效；批次规定的免打扰时段内不发，到时补发。
      </p>
      <Form.Item name="address" label="收提醒的邮箱" extra="不填则不发邮件。">
        <Input type="email" autoComplete="email" maxLength={320} />
      </Form.Item>
      <Form.Item name="mail" label="邮件">
        <Radio.Group options={MAIL_WAYS} />
      </Form.Item>
      <Form.Item name="robots" label="同时发到工作群">
        <Checkbox.Group options={ROBOTS.map((value) => ({ value, label: CHANNEL_TERMS[value] }))} />
      </Form.Item>
      {saving.error && <Alert type="error" title={sentenceOf(saving.error)} />}
      {saving.isSuccess && <Alert type="success" title="已保存，自现在起的通知按此告知。" />}
      <Button type="primary" htmlType="submit" loading={saving.isPending}>
        保存
      </Button>
    </Form>
  );
}
