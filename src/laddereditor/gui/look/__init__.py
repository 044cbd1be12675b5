"""How the window looks: theme, style sheet, icons, labels that show text as it is."""
