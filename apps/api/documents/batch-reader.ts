import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type FilePreview, type FormPreview } from '#contracts';
import { importBatch, type BatchItem, type DocumentToImport } from '#documents';
import { mayCommand, type Person, type Unit } from '#domain/directory';
import { type Door } from '../commands/index.ts';
import { Reader } from '../lists/reader.ts';
import { readable } from './readable.ts';

/** Reads files of many targets, and finds each its unit among those that the person drafts for. */
@Injectable()
export class BatchReader {
  constructor(private readonly reader: Reader) {}

  /** @throws HttpProblem 422 when the file cannot be read */
  async read(door: Door, document: DocumentToImport): Promise<FilePreview> {
    const person = this.reader.personOf(door);
    const sha256 = createHash('sha256').update(document.bytes).digest('hex');
    const { items, errors } = await readable(() => importBatch(document));
    return { sha256, items: items.map((item) => this.placed(item, person, sha256)), errors };
  }

  private placed(item: BatchItem, person: Person, sha256: string): FormPreview {
    const { row, form, errors, unrecognised } = item;
    const found = this.unitOf(item, person);
    const unit = typeof found === 'string' ? null : { code: found.code, name: found.name };
    const fault = typeof found === 'string' ? [{ ...item.unitCell, message: found }] : [];
    const kept = form && unit ? { form } : {};
    return { key: `${sha256}:${row}`, row, unit, ...kept, errors: [...errors, ...fault], unrecognised };
  }

  /** By code, else by name, else the person's own; a sentence where none fits or it is not theirs. */
  private unitOf({ unitCode, unitName }: BatchItem, person: Person): Unit | string {
    const { units } = this.reader.directory;
    if (unitCode !== '') {
      const unit = units.get(unitCode);
      if (!unit || unit.closed) return `没有编码为“${unitCode.slice(0, 40)}”的预算单位，请核对单位编码`;
      return this.drafts(person, unit) ? unit : `您不能为“${unit.name}”（${unit.code}）申报，请核对单位编码`;
    }
    const named = [...units.values()].find(
      (unit) => unit.name === unitName && !unit.closed && this.drafts(person, unit),
    );
    const own = 'unit' in person.place ? units.get(person.place.unit) : undefined;
    return named ?? own ?? '没有认出填报单位，请在表中写明单位名称';
  }

  private drafts(person: Person, { code, departmentCode }: Unit): boolean {
    const where = { unitCode: code, departmentCode };
    const scope = { where, named: false, departmentsGrant: false };
    return mayCommand(person, 'DraftTarget', scope, this.reader.directory);
  }
}
