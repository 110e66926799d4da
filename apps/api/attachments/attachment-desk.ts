import { Inject, Injectable } from '@nestjs/common';
import { Application, type TargetCommandInput } from '#application';
import { type FieldProblem } from '#contracts';
import { type Person } from '#domain/directory';
import { type Target } from '#domain/target';
import { type FormInput } from '#form';
import { isSha256, type Attachments } from '#platform/attachments';
import { type Door } from '../commands/door.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { ATTACHMENTS } from '../settings.ts';

/** A reference to a content, at the field that has it. */
interface Reference {
  sha256: string;
  path: string;
}

/**
 * Which contents a command may refer to: those that the person's own office uploaded, and those that the target has
 * already. Who merely knows a hash, from a printed form say, gets nothing by it.
 */
@Injectable()
export class AttachmentDesk {
  constructor(
    private readonly application: Application,
    @Inject(ATTACHMENTS) private readonly attachments: Attachments,
  ) {}

  /** The office whose upload it is. */
  holderOf({ place }: Person): string {
    return 'unit' in place ? `unit ${place.unit}` : `section ${place.section}`;
  }

  /** @throws HttpProblem 422 naming each field that refers to what the office did not upload */
  refuseUnknownInForm(door: Door, form: FormInput, id?: string): Promise<void> {
    return this.refuseUnknown(door, inForm(form), id);
  }

  /** @throws HttpProblem 422 */
  async refuseUnknownIn(door: Door, id: string, command: TargetCommandInput): Promise<void> {
    if (command.type === 'ReviseForm') await this.refuseUnknown(door, inForm(command.form), id);
    if (command.type !== 'SubmitSelfEvaluation') return;
    const given = command.actuals.flatMap(({ evidence = [] }, at) =>
      evidence.map((sha256, index) => ({ sha256, path: `/actuals/${at}/evidence/${index}` })),
    );
    // Evidence may also be named in words.
    await this.refuseUnknown(
      door,
      given.filter(({ sha256 }) => isSha256(sha256)),
      id,
    );
  }

  private async refuseUnknown(door: Door, given: readonly Reference[], id?: string): Promise<void> {
    const person = this.application.directory().people.get(door.request.user);
    if (given.length === 0 || !person) return;
    const own = await this.attachments.claim(
      this.holderOf(person),
      given.map(({ sha256 }) => sha256),
    );
    const left = given.filter(({ sha256 }) => !own.has(sha256));
    if (left.length === 0) return;
    const kept = id === undefined ? new Set<string>() : await this.keptBy(id, door.request.user);
    const errors = left.filter(({ sha256 }) => !kept.has(sha256)).map(({ path }) => unknownAt(path));
    if (errors.length > 0) throw new HttpProblem('InvalidFields', errors);
  }

  private async keptBy(id: string, user: string): Promise<Set<string>> {
    const { target } = await this.application.targets.read(id, user);
    return new Set(hashesOf(target));
  }

  /** Whether the target refers to a content now, or did in an earlier version. @throws NotFound */
  async isReferenced(id: string, user: string, sha256: string): Promise<string | null> {
    const { target } = await this.application.targets.read(id, user);
    const now = target.form.attachments?.find((one) => one.sha256 === sha256);
    if (now) return now.name ?? '';
    if (hashesOf(target).includes(sha256)) return '';
    const history = await this.application.targets.history(id, user);
    const before = history.some(({ changes, data }) =>
      JSON.stringify([changes, data]).includes(`"${sha256}"`),
    );
    return before ? '' : null;
  }
}

const inForm = ({ attachments = [] }: FormInput): Reference[] =>
  attachments.flatMap(({ sha256 }, at) =>
    sha256 === undefined ? [] : [{ sha256, path: `/form/attachments/${at}/sha256` }],
  );

const hashesOf = ({ form, evaluation }: Target): string[] => [
  ...(form.attachments ?? []).flatMap(({ sha256 }) => sha256 ?? []),
  ...(evaluation?.indicators ?? []).flatMap(({ evidence = [] }) => evidence),
];

const unknownAt = (path: string): FieldProblem => ({
  path,
  message: `${path.includes('evidence') ? '佐证材料' : '附件'}：本单位没有上传过这个文件，请先上传附件再引用`,
});
