import { Alert, Form, Input } from 'antd';

/** 涉密: all that is asked for; the form itself never comes here. */
export function ClassifiedFields() {
  return (
    <>
      <Alert
        type="warning"
        title="涉密内容不得录入本系统。这里只登记编码和理由，申报表按保密规定线下报送。"
        style={{ marginBottom: 16 }}
      />
      <Form.Item
        name="code"
        label="项目编码"
        rules={[{ required: true, whitespace: true, message: '请填写项目编码' }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="reason"
        label="登记理由"
        extra="只写定密依据，不写涉密内容。"
        rules={[{ required: true, whitespace: true, message: '请填写登记理由' }]}
      >
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </>
  );
}
