/** Numbers of the zip file format (PKWARE APPNOTE 6.3), as far as packages need it: no encryption, one disk. */

export const END = 0x06054b50;
export const CENTRAL = 0x02014b50;
export const LOCAL = 0x04034b50;
/** Lengths of the records without their names, extra fields and comments. */
export const END_BYTES = 22;
export const CENTRAL_BYTES = 46;
export const LOCAL_BYTES = 30;

/** ZIP64: what stands before the end record of a file that is too large for it. */
export const END64 = 0x06064b50;
export const END64_BYTES = 56;
export const LOCATOR = 0x07064b50;
export const LOCATOR_BYTES = 20;
/** What a field of the short kind holds where the long one has the number. */
export const MANY = 0xffff;
export const LARGE = 0xffffffff;
