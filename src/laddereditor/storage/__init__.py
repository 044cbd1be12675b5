"""Text of a ladder file <-> model, with a place for every value; splicing writer; safe save."""
