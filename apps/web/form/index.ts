export { INDICATOR_COLUMNS } from './indicator-columns.ts';
export { type Choice, type Column, type Field, type Section, type Writing } from './layout.ts';
export { atField, nameBefore } from './naming.ts';
export { nameOf, rowsOf, spanOf, textAt, type Row } from './reading.ts';
export { sectionsOf } from './sections.ts';
