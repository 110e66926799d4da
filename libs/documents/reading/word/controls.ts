import { UnreadableDocument } from '../../messages.ts';
import { isOn, type Attributes } from '../xml-events.ts';

const DEEPEST = 50;

/** A content control (w:sdt): a checkbox, or a placeholder nobody wrote over. */
export interface Control {
  isChecked?: boolean;
  isPlaceholder: boolean;
}

/** The content controls and form fields around the place that is being read. */
export class Controls {
  private readonly open: Control[] = [];
  private formBox: { isChecked: boolean } | undefined;

  /** Text inside a checkbox or a placeholder is the control's own picture of itself. */
  get hidesText(): boolean {
    return this.open.some(({ isChecked, isPlaceholder }) => isChecked !== undefined || isPlaceholder);
  }

  begin(): void {
    if (this.open.length >= DEEPEST) throw new UnreadableDocument('DocumentTooComplex');
    this.open.push({ isPlaceholder: false });
  }

  end(): Control | undefined {
    return this.open.pop();
  }

  /** An element of a control's properties. */
  describe(name: string, attributes: Attributes): void {
    const control = this.open.at(-1);
    if (!control) return;
    if (name === 'w14:checkbox') control.isChecked ??= false;
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
