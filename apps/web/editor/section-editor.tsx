import { memo } from 'react';
import { Money, type Form } from '#form';
import { atField, rowsOf, textAt, type Field, type Row, type Section } from '../form/index.ts';
import { RowGrid, type PasteOutcome } from '../grid/index.ts';
import { gravestAt, MatrixTable, type Mark, type Marks } from '../paper/index.ts';
import { grouped } from '../words/index.ts';
import { Entry } from './entry.tsx';

export interface Hands {
  write: (path: string, text: string) => void;
  writeRows: (list: Extract<Section, { as: 'rows' }>['list'], rows: readonly Row[]) => void;
  focus: (path: string) => void;
  /** A row is being filled in for the first time (its path); null once it is left. */
  begin: (path: string | null) => void;
  pasted: (outcome: PasteOutcome) => void;
  /** Nothing was written of what was pasted, and why. */
  refused: (why: string) => void;
}

interface SectionEditorProps {
  section: Section;
  form: Form;
  marks: Marks;
  /** What was refused, by path. */
  messages: ReadonlyMap<string, string>;
  hands: Hands;
}

/** One part of the paper form, to be filled in. */
export const SectionEditor = memo(function SectionEditor(props: SectionEditorProps) {
  const { section } = props;
  return (
    <section id={`edit-${section.id}`} className="edit-section">
      <h3>{section.title}</h3>
      {section.as === 'fields' && <Fields {...props} fields={section.fields} />}
      {section.as === 'matrix' && <Matrix {...props} section={section} />}
      {section.as === 'rows' && <Rows {...props} section={section} />}
    </section>
  );
});

type Inner<T> = Omit<SectionEditorProps, 'section'> & T;

function Fields({ fields, ...rest }: Inner<{ fields: readonly Field[] }>) {
  return (
    <div className="paper-fields">
      {fields.map((field) => (
        <div key={field.path} className={field.wide ? 'paper-field is-wide' : 'paper-field'}>
          <div className="paper-label">{field.label}</div>
          <FieldEntry field={field} {...rest} />
        </div>
      ))}
    </div>
  );
}

function FieldEntry({ field, form, marks, messages, hands }: Inner<{ field: Field }>) {
  const { path } = field;
  const mark = gravestAt(marks, path);
  const message = messages.get(path);
  return (
    <div className="edit-cell" data-path={path}>
      <Entry
        field={field}
        value={textAt(form, path)}
        message={message ?? mark?.text}
        className={message === undefined ? `has-${mark?.kind ?? 'nothing'}` : 'has-error'}
        onChange={(text) => hands.write(path, text)}
        onFocus={() => hands.focus(path)}
      />
      {message !== undefined && <div className="edit-message">{atField(path, message)}</div>}
    </div>
  );
}

function Matrix({ section, ...rest }: Inner<{ section: Extract<Section, { as: 'matrix' }> }>) {
  return (
    <MatrixTable
      section={section}
      className="edit-matrix"
      cell={(field) => (
        <td key={field.path}>
          <FieldEntry field={field} {...rest} />
        </td>
      )}
    />
  );
}

function Rows({ section, form, marks, hands }: Inner<{ section: Extract<Section, { as: 'rows' }> }>) {
  const { list, columns, title } = section;
  const rows = rowsOf(form, list);
  return (
    <RowGrid
      list={list}
      title={title}
      rows={rows}
      columns={columns}
      marks={marks}
      onChange={(changed) => hands.writeRows(list, changed)}
      onFocus={hands.focus}
      onBegin={hands.begin}
      onPasted={hands.pasted}
      onRefused={hands.refused}
    >
      <Sums section={section} rows={rows} said={marks.get(`/${list}`) ?? []} />
    </RowGrid>
  );
}

interface SumsProps {
  section: Extract<Section, { as: 'rows' }>;
  rows: readonly Row[];
  /** Of the list as a whole, mostly of what it adds up to. */
  said: readonly Mark[];
}

/** Running sums: the weights of indicators, the amounts of budget items. */
function Sums({ section: { list, columns }, rows, said }: SumsProps) {
  const summed = columns.filter(
    ({ key, as }) => as === 'amount' || (list === 'indicators' && key === 'weight'),
  );
  const wrong = said.filter(({ kind }) => kind === 'error');
  if (summed.length === 0 || rows.length === 0) return null;
  return (
    <div className="edit-sums small">
      {wrong.length > 0 && (
        <ul className="edit-wrong">
          {wrong.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {summed.map(({ key, label }) => (
        <span key={key}>
          {label}合计 <b>{sumOf(rows, key)}</b>
        </span>
      ))}
    </div>
  );
}

/** Exact, of the cells that are figures. */
const sumOf = (rows: readonly Row[], key: string): string => {
  const figures = rows.flatMap((row) => (/^\d+(\.\d{1,6})?$/u.test(row[key] ?? '') ? (row[key] ?? []) : []));
  return grouped(Money.sum(figures).toString());
};
