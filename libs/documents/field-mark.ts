/**
 * How our own documents say which field a cell holds: a bookmark (Word) or a hidden name (Excel) of this word and a
 * number stands at the cell, and a document property of the same name has the field's path. Office programs keep both
 * through editing, where some spoil content controls around cells.
 */
export const FIELD_MARK = 'mubiao_';
