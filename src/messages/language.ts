import Negotiator from 'negotiator';

/** Languages in which the platform speaks to people. */
export type Language = 'en' | 'zh';

/** A text for people in every language of the platform. */
export type Text = Readonly<Record<Language, string>>;

/** The language a person asked for by `Accept-Language` (RFC 9110 §12.5.4); English when nothing fits. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (!acceptLanguage) return 'en';
  const asked = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).languages();
  for (const tag of asked) {
    const primary = tag.toLowerCase().split('-')[0];
    if (primary === 'zh' || primary === 'en') return primary;
  }
  return 'en';
}
