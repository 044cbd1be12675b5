"""Lists of job titles: what the view of them shows, without Qt."""
