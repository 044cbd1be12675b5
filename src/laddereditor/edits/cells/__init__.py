"""The one engine that writes into a field, an item of a list or a cell of a table.

`edits.places` names what is written to, `filling.fill` writes texts, `choosing.choose` a choice,
`copying.copy` copies from another place, and `resetting.reset` restores the inherited value.
Whole lists are changed by `laddereditor.edits.lists`.
"""
