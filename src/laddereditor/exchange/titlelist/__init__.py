"""Read lists of job titles, and write them with answers."""
