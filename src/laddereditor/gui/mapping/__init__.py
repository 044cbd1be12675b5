"""The mapping page: what the program takes a spreadsheet for, and what the person corrects."""
