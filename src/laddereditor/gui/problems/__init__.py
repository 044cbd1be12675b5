"""The Problems view: findings, filtered and grouped, with what can be done about each."""
