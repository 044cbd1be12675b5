"""The rules of a good ladder: one small function for each rule, findings as values.

The rules and their severities are the program's own, collected from what practitioners expect of a
ladder; each states its reason. Where a rule checks a public form, such as a version number, its
module names the source.
"""
