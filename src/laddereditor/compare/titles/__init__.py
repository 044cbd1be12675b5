"""Find the profile that a job title of a list belongs to."""
