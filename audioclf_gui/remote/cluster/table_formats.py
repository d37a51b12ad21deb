"""The formats of the table in which everything ends; by itself, since the command line asks at its start."""

from typing import Literal

TableFormat = Literal["csv", "parquet"]
TABLE_FORMATS: tuple[TableFormat, ...] = ("parquet", "csv")
