"""What views show, without Qt: rows, nodes, marks and the edits behind buttons."""
