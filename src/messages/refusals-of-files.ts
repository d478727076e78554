import type { RefusalEntry } from './refusal-entry.js';

/** What is refused of files that go with cases, and of documents that come out of them. */
export const refusalsOfFiles = {
  ATTACHMENT_NAME: {
    code: 'BAD_INPUT',
    text: {
      en: 'A file is sent with its name, as ?name=: 1 to 200 characters without slashes and control characters.',
      zh: '上传文件须以 ?name= 给出文件名：1 至 200 个字符，不含斜杠和控制字符。',
    },
    remedy: {
      en: 'Percent-encode it as UTF-8, such as ?name=%E7%BC%B4%E6%AC%BE%E5%87%AD%E8%AF%81.pdf.',
      zh: '请以 UTF-8 百分号编码，例如 ?name=%E7%BC%B4%E6%AC%BE%E5%87%AD%E8%AF%81.pdf。',
    },
  },
  ATTACHMENT_EMPTY: {
    code: 'BAD_INPUT',
    text: { en: 'The file is empty.', zh: '文件为空。' },
  },
  ATTACHMENT_CONTENT: {
    code: 'BAD_INPUT',
    text: {
      en: 'The file was sent as {declared}, but its content is {known, select, no {of no known type} other {{found}}}.',
      zh: '文件声明为 {declared}，但其内容为{known, select, no {无法识别的类型} other { {found}}}。',
    },
    remedy: {
      en: 'Send it as what it is, or save it again as PDF, PNG or JPEG.',
      zh: '请按实际类型发送，或另存为 PDF、PNG、JPEG 后重新上传。',
    },
  },
  UNKNOWN_ATTACHMENT: {
    code: 'NOT_FOUND',
    text: { en: 'There is no attachment "{id}" for you.', zh: '没有您可用的附件“{id}”。' },
    remedy: {
      en: 'What is in no case a day after it was sent is removed: send it again.',
      zh: '上传后一日内未用于办理事项的附件会被清除，请重新上传。',
    },
  },
  ATTACHMENT_USED: {
    code: 'CONFLICT',
    text: { en: 'The attachment "{id}" is filed with a case already.', zh: '附件“{id}”已用于其他办理事项。' },
    remedy: { en: 'Send the file once more for this case.', zh: '请为本事项重新上传该文件。' },
  },
  ATTACHMENTS_WAITING: {
    code: 'RATE_LIMITED',
    text: {
      en: '{waiting} files that you sent are in no case yet; {most} may be at a time.',
      zh: '您已有 {waiting} 个上传文件尚未用于办理事项，上限为 {most} 个。',
    },
    remedy: {
      en: 'File them with their cases, or wait: what is in no case is removed after a day.',
      zh: '请先用于办理事项，或等待系统于一日后清除未使用的文件。',
    },
  },
  TOO_MANY_ATTACHMENTS: {
    code: 'BAD_INPUT',
    text: {
      en: '{count} attachments were named; a step of a case takes {most} at most.',
      zh: '一次最多提交 {most} 个附件，本次为 {count} 个。',
    },
    remedy: { en: 'Put several pages into one PDF.', zh: '可将多页材料合并为一个 PDF。' },
  },
  UNKNOWN_DOCUMENT: {
    code: 'NOT_FOUND',
    text: { en: 'There is no document "{id}" for you.', zh: '没有您可查阅的文书“{id}”。' },
  },
  FILE_STORE_UNAVAILABLE: {
    code: 'INTERNAL',
    text: {
      en: 'The file cannot be stored or read just now. It is logged under the request id.',
      zh: '文件暂时无法存取，已按请求编号记录。',
    },
    remedy: { en: 'Try again later.', zh: '请稍后重试。' },
  },
} as const satisfies Record<string, RefusalEntry>;
