import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { CaseDocument } from './case-document.entity.js';
import { type Font, inChinese, legible } from './pdf.rules.js';

/** What a page shows of a document. */
export type Printed = Pick<CaseDocument, 'number' | 'title' | 'text' | 'issuedBy' | 'issuedOn' | 'issuedAt'>;

/** The sizes of the national format for documents of public bodies (GB/T 9704-2012), in points: 二号, 三号, 四号. */
const sizes = { title: 22, text: 16, small: 14 };

/** Margins of the same format: 37 mm above, 28 mm to the left, 26 mm to the right, 35 mm below. */
const millimetre = 72 / 25.4;
const margins = { top: 37 * millimetre, left: 28 * millimetre, right: 26 * millimetre, bottom: 35 * millimetre };

const require = createRequire(import.meta.url);

/** The fonts come with a package, so that every reader sees the same letters; each is read once. */
const fonts = (() => {
  const folder = join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts');
  let read: Promise<{ regular: Buffer; bold: Buffer }> | undefined;
  return () => {
    read ??= Promise.all([
      readFile(join(folder, 'NotoSansHans-Regular.otf')),
      readFile(join(folder, 'NotoSansHans-Bold.otf')),
    ]).then(([regular, bold]) => ({ regular, bold }));
    return read;
  };
})();

/**
 * The document as PDF: title, number, paragraphs, the body and the day, page numbers. The same document gives the same bytes
 * each time. A character that the font has not is printed as 〓 and named by its code point below the text.
 */
export async function pdfOf({ number, title, text, issuedBy, issuedOn, issuedAt }: Printed): Promise<Buffer> {
  const { regular, bold } = await fonts();
  const pdf = new PDFDocument({
    size: 'A4',
    margins,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Author: issuedBy, Subject: number, CreationDate: issuedAt, ModDate: issuedAt },
  });
  const bytes = buffer(pdf);
  pdf.registerFont('regular', regular).registerFont('bold', bold);
  pdf.font('regular');
  const missing = new Set<string>();
  const printable = (given: string): string => legible(given, fontOf(pdf), missing);

  pdf.font('bold').fontSize(sizes.title).text(printable(title), { align: 'center', lineGap: 6 });
  pdf.font('regular').fontSize(sizes.small).moveDown(0.8).text(printable(number), { align: 'center' });
  pdf.fontSize(sizes.text).moveDown(1.2);
  for (const paragraph of printable(text).split('\n')) {
    pdf.text(paragraph.trim(), { indent: 2 * sizes.text, lineGap: 10, paragraphGap: 4 });
  }
  pdf.moveDown(2);
  // the body and the day are never torn apart
  if (pdf.y + 4 * sizes.text > pdf.page.height - margins.bottom) pdf.addPage();
  for (const line of [issuedBy, inChinese(issuedOn)]) pdf.text(printable(line), { align: 'right', lineGap: 8 });
  if (missing.size > 0) {
    const codes = [...missing].map((character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`);
    pdf
      .fontSize(sizes.small)
      .moveDown(1.5)
      .text(`〓：字库所缺的字，统一码为 ${codes.join('、')}。`);
  }
  numberPages(pdf);
  pdf.end();
  return bytes;
}

/** "第 1 页 共 2 页" at the foot of each page. */
function numberPages(pdf: PDFKit.PDFDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    // below the margin, where text would begin a new page
    pdf.page.margins.bottom = 0;
    const foot = pdf.page.height - 28 * millimetre;
    pdf.fontSize(sizes.small).text(`第 ${page + 1} 页 共 ${count} 页`, margins.left, foot, { align: 'center' });
  }
}

/** The font at hand, as fontkit opened it: the declarations of pdfkit do not tell of it. */
const fontOf = (pdf: PDFKit.PDFDocument): Font => (pdf as unknown as { _font: { font: Font } })._font.font;
