import { Form, Input } from 'antd';

const SHORTEST = 10;

/** Fields `password` and `again` of a form. */
export function NewPasswordFields({ isFirst = false }: { isFirst?: boolean }) {
  return (
    <>
      <Form.Item
        name="password"
        label="新密码"
        extra={`至少 ${String(SHORTEST)} 个字，越长越好，不要求特殊字符`}
        rules={[{ required: true, min: SHORTEST, message: `密码至少 ${String(SHORTEST)} 个字` }]}
      >
        <Input.Password autoFocus={isFirst} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再输一遍"
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error('两遍输入的密码不一样')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
