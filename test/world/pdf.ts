import { inflateSync } from 'node:zlib';

/** What the streams of a PDF hold, unpacked. */
function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/<<([^>]*)>>\s*stream\r?\n/gs)].flatMap(({ index, 0: head, 1: dictionary }) => {
    const start = index + head.length;
    const bytes = pdf.subarray(start, text.indexOf('endstream', start));
    return [dictionary!.includes('FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1')];
  });
}

/** The characters that a reader finds in a PDF when text is copied from it: those of its ToUnicode maps. */
export const charactersOf = (pdf: Buffer): Set<string> =>
  new Set(
    streamsOf(pdf)
      .filter((stream) => stream.includes('begincmap'))
      .flatMap((map) => [...map.slice(map.indexOf('bfrange')).matchAll(/<([0-9a-f]{4,8})>/gi)])
      .map(([, hex]) => Buffer.from(hex!, 'hex').swap16().toString('utf16le')),
  );

export const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length;
