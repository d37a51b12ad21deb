"""The project file, the only place of SQL: from rows to values and back, a module for each matter."""
