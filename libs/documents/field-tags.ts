/**
 * How cells of our own documents say which field they hold: a content control's tag in Word, a defined name's
 * comment in Excel, each with the field's path behind this word.
 */
export const FIELD_TAG = 'mubiao:';
