import type { CategoriesView } from "./types";

/** An upload that is under way: of the list, or of its example sentences. */
export interface Pending {
  path: string;
  file: string;
}

/** A category by a name of its own, so that two lists can be merged; the examples where those are uploaded. */
export interface Row {
  name: string;
  category: string;
  subCategory: string;
  examples?: string[];
}

const isOfExamples = ({ path }: Pending) => path.endsWith("/examples");

export const named = (rows: CategoriesView["rows"], pending: Pending): Row[] =>
  rows.map(({ category, subCategory, examples }) => ({
    name: `${category} › ${subCategory}`.toLowerCase(),
    category,
    subCategory,
    ...(isOfExamples(pending) ? { examples } : {}),
  }));

/** The rows as the file that would have brought them. */
export function csvOf(rows: Row[], pending: Pending): Blob {
  const lines = isOfExamples(pending)
    ? [["category", "sub_category", "example"], ...rows.flatMap((row) => (row.examples ?? []).map((example) => [row.category, row.subCategory, example]))]
    : [["category", "sub_category"], ...rows.map((row) => [row.category, row.subCategory])];
  return new Blob([lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n")], { type: "text/csv" });
}
