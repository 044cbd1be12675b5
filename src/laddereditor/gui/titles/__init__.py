"""The view of a list of job titles that finds its profiles."""
