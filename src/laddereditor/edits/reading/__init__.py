"""What people write, read: numbers, amounts of money, ranges of years, days."""
