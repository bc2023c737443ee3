"""A run as a report: one page without outside requests, Markdown, tables for a spreadsheet, and JUnit XML."""
