import { FIELD_TAG } from '../../field-tags.ts';
import { UnreadableDocument } from '../../messages.ts';
import { isOn, type Attributes } from '../xml-events.ts';

const DEEPEST = 50;

/** A content control (w:sdt): a checkbox, a placeholder nobody wrote over, or a field of one of our forms. */
export interface Control {
  path?: string;
  isChecked?: boolean;
  isPlaceholder: boolean;
  /** What stands in it, untouched. */
  text: string;
  paragraphs: number;
}

/** The content controls and form fields around the place that is being read. */
export class Controls {
  private readonly open: Control[] = [];
  private formBox: { isChecked: boolean } | undefined;

  get innermost(): Control | undefined {
    return this.open.at(-1);
  }

  /** Text inside a checkbox or a placeholder is the control's own picture of itself. */
  get hidesText(): boolean {
    return this.open.some(({ isChecked, isPlaceholder }) => isChecked !== undefined || isPlaceholder);
  }

  begin(): void {
    if (this.open.length >= DEEPEST) throw new UnreadableDocument('DocumentTooComplex');
    this.open.push({ isPlaceholder: false, text: '', paragraphs: 0 });
  }

  end(): Control | undefined {
    return this.open.pop();
  }

  /** A control around several paragraphs has a line for each. */
  beginParagraph(): void {
    for (const control of this.open) {
      if (control.paragraphs > 0) control.text += '\n';
      control.paragraphs += 1;
    }
  }

  /** Text that has just been read belongs to every control around it. */
  add(text: string): void {
    for (const control of this.open) control.text += text;
  }

  /** An element of a control's properties. */
  describe(name: string, attributes: Attributes): void {
    const control = this.innermost;
    if (!control) return;
    if (name === 'w:tag' && attributes['w:val']?.startsWith(FIELD_TAG))
      control.path = attributes['w:val'].slice(FIELD_TAG.length);
    else if (name === 'w14:checkbox') control.isChecked ??= false;
    else if (name === 'w14:checked') control.isChecked = isOn(attributes['w14:val']);
    else if (name === 'w:showingPlcHdr') control.isPlaceholder = isOn(attributes['w:val']);
  }

  /** An element of a form field (w:ffData); what was ticked outranks what it was by default. */
  describeFormField(name: string, attributes: Attributes): void {
    if (name === 'w:checkBox') this.formBox = { isChecked: false };
    else if (this.formBox && (name === 'w:default' || name === 'w:checked'))
      this.formBox.isChecked = isOn(attributes['w:val']);
  }

  /** The box of the form field that has just ended. */
  takeFormBox(): string {
    const box = this.formBox;
    this.formBox = undefined;
    return box ? boxOf(box.isChecked) : '';
  }
}

export const boxOf = (isChecked: boolean): string => (isChecked ? '☑' : '☐');
