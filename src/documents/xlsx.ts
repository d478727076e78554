import { strToU8, Zip, ZipDeflate } from 'fflate';
import { Refusal } from '../messages/refusal.js';
import type { Cell, Table } from './table.js';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts beside the sheet (ECMA-376, part 1, chapter 18): cells are plain, a header, or an amount with two decimals. */
const parts = (title: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
});

/** The most rows of a workbook: with more, what opens them grows slow. */
const mostRows = 100_000;

/** Refuses a workbook that would have too many rows, before any of it is made. */
export function requireWorkbook(rows: number): void {
  if (rows > mostRows) throw new Refusal('EXPORT_TOO_LARGE', { rows, most: mostRows });
}

const plain = 0;
const heading = 1;
const amount = 2;

/** Characters that XML 1.0 cannot hold, and some more that no text of ours needs. */
const unwritable = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(unwritable, '').replace(/[&<>"]/g, (sign) => entities[sign]!);

/** The longest text that a cell may hold, and the most digits that a spreadsheet's numbers keep. */
const longestText = 32_767;
const exactDigits = 15;

const textCell = (text: string, style: number): string =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, longestText))}</t></is></c>`;

/** A number that a spreadsheet would round is written as a text. */
function cellXml(cell: Cell): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'string') return textCell(cell, plain);
  const { digits } = cell;
  if (digits.replace(/\D/g, '').length > exactDigits) return textCell(digits, plain);
  return `<c s="${/\.\d\d$/.test(digits) ? amount : plain}"><v>${digits}</v></c>`;
}

const rowXml = (cells: string): string => `<row>${cells}</row>`;

/**
 * The table as a workbook of one sheet, made while it is sent: neither the rows nor the file are ever held. Texts stand in their
 * cells as texts, so that none is taken for a formula.
 */
export async function* xlsxOf({ title, header, batches }: Table): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  const ready = () => {
    const chunks = made;
    made = [];
    return chunks;
  };
  for (const [name, xml] of Object.entries(parts(title))) {
    const part = new ZipDeflate(name);
    zip.add(part);
    part.push(strToU8(declaration + xml), true);
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml');
  zip.add(sheet);
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  sheet.push(
    strToU8(
      `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><sheetData>${rowXml(header.map((text) => textCell(text, heading)).join(''))}`,
    ),
  );
  for await (const rows of batches) {
    sheet.push(strToU8(rows.map((cells) => rowXml(cells.map(cellXml).join(''))).join('')));
    yield* ready();
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true);
  zip.end();
  yield* ready();
}
