/** A name of a file as RFC 6266 and RFC 8187 want it in a header. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Headers of a file that was made by somebody else: it is saved and not opened in the page, no type is guessed, and if a
 * browser shows it all the same it may do nothing.
 *
 * @param size in bytes
 */
export const downloadHeaders = (name: string, mediaType: string, size: number): Record<string, string> => ({
  'content-type': mediaType,
  'content-length': String(size),
  'content-disposition': `attachment; filename*=UTF-8''${encoded(name)}`,
  'content-security-policy': "sandbox; default-src 'none'",
});
