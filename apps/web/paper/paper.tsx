import { use } from 'react';
import { type Change, type Form } from '#form';
import { sectionsOf, textAt, type Field, type Section } from '../form/index.ts';
import { FORM_TITLES, grouped } from '../words/index.ts';
import { Cell, Drawn } from './cell.tsx';
import { type Marks } from './marks.ts';
import { MatrixTable } from './matrix-table.tsx';
import { RowsTable } from './rows-table.tsx';
import './paper.css';

export interface PaperProps {
  form: Form;
  marks?: Marks;
  /** Marked as what has just changed. */
  changes?: readonly Change[];
  onPick?: ((path: string) => void) | undefined;
  picked?: string | undefined;
}

/** A form as its paper form looks: sections in its order, ruled cells, nothing to type in. */
export function Paper({ form, marks = new Map(), changes = [], onPick, picked }: PaperProps) {
  return (
    <Drawn value={{ form, marks, changes, onPick, picked }}>
      <article className="paper">
        <h2 className="paper-title">
          <Title form={form} />
        </h2>
        {sectionsOf(form.kind).map((section) => (
          <PaperSection key={section.id} section={section} />
        ))}
      </article>
    </Drawn>
  );
}

function PaperSection({ section }: { section: Section }) {
  const { form } = use(Drawn);
  if (isBlank(form, section)) return null;
  return (
    <section id={`paper-${section.id}`} className="paper-section">
      <h3>{section.title}</h3>
      {section.as === 'fields' && <FieldsTable fields={section.fields} />}
      {section.as === 'matrix' && <Matrix section={section} />}
      {section.as === 'rows' && <RowsTable section={section} form={form} />}
    </section>
  );
}

/** Parts that a unit leaves out altogether are not printed; the findings say where something is missing. */
function isBlank(form: Form, section: Section): boolean {
  if (section.as === 'rows') return textAtList(form, section.list) === 0 && section.list !== 'indicators';
  if (section.as === 'matrix') return false;
  return section.fields.every(({ path }) => textAt(form, path) === '');
}

const textAtList = (form: Form, list: string): number =>
  ((form as Record<string, unknown>)[list] as readonly unknown[] | undefined)?.length ?? 0;

function FieldsTable({ fields }: { fields: readonly Field[] }) {
  return (
    <div className="paper-fields">
      {fields.map((field) => (
        <div key={field.path} className={field.wide ? 'paper-field is-wide' : 'paper-field'}>
          <div className="paper-label">{field.label}</div>
          <FieldValue field={field} />
        </div>
      ))}
    </div>
  );
}

function FieldValue({ field: { path, as, choices, label } }: { field: Field }) {
  const { form } = use(Drawn);
  const text = textAt(form, path);
  const shown =
    as === 'amount' ? grouped(text) : (choices?.find(({ value }) => value === text)?.label ?? text);
  return (
    <Cell path={path} label={label} isRight={as === 'amount'} as="div">
      {shown}
    </Cell>
  );
}

/** Only kinds with an amount, or one to show that there is none. */
function Matrix({ section }: { section: Extract<Section, { as: 'matrix' }> }) {
  const { form } = use(Drawn);
  const { id, rows, columns } = section;
  const given = rows.filter(({ value: row }) =>
    columns.some(({ value: column }) => textAt(form, `/${id}/${column}/${row}`) !== ''),
  );
  return (
    <MatrixTable
      section={section}
      rows={given.length > 0 ? given : rows.slice(0, 1)}
      cell={({ path, label }) => (
        <Cell key={path} path={path} label={label} isRight as="td">
          {grouped(textAt(form, path))}
        </Cell>
      )}
    />
  );
}

/** The title in two parts, between which a narrow screen may break it. */
function Title({ form: { fiscalYear, kind } }: { form: Form }) {
  const year = fiscalYear === undefined ? '' : `${String(fiscalYear)}年度`;
  const subject = FORM_TITLES[kind].replace(/绩效目标.*$/u, '');
  return (
    <>
      <span>{`${year}${subject}`}</span>
      <span>{FORM_TITLES[kind].slice(subject.length)}</span>
    </>
  );
}
