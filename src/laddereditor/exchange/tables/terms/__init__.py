"""What words in tables mean: heads, levels, proficiencies, and signs of sheets without a ladder."""
