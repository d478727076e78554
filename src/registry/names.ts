/** One form for each character: full width becomes half width, capitals small, blanks go. */
export function searchForm(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}

/** Pairs of neighbouring characters: what makes a fragment of two characters findable by an index. */
export function grams(text: string): string[] {
  const characters = [...text];
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < characters.length; i++) pairs.add(characters[i]! + characters[i + 1]!);
  return [...pairs];
}

/** The names as they are searched, one a line, and their pairs. */
export function searchable(names: readonly string[]): { searchText: string; searchGrams: string[] } {
  const forms = names.map(searchForm);
  return { searchText: forms.join('\n'), searchGrams: [...new Set(forms.flatMap(grams))] };
}
