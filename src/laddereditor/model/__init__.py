"""The ladder as frozen values: fields described once, addresses, what a profile inherits."""
