"""The record of a figure: its columns, the tables of a data folder, their version, their errors."""
