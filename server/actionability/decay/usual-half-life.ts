const YEAR = 365.25;

/** What others found, in days; an assumption, never a measurement (domain.md 7.6). */
const usual: Readonly<Record<string, { readonly days: number; readonly says: string }>> = {
  email: { days: 2.7 * YEAR, says: "22 of every 100 email addresses stop working each year, by studies of others" },
  phone: { days: 2.4 * YEAR, says: "25 of every 100 phone numbers change each year, by a vendor’s figures" },
  "job-title": {
    days: 2.7 * YEAR,
    says: "half of all employees change their job within two to three years (BLS 2024)",
  },
  employer: { days: 2.7 * YEAR, says: "half of all employees change their job within two to three years (BLS 2024)" },
};

export function usualHalfLife(meaning: string | undefined): { readonly days: number; readonly says: string } | null {
  return (meaning !== undefined && usual[meaning]) || null;
}
