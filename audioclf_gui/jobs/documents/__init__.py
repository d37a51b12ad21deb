"""Documents for people without the program: what they say as values, and how that is written."""
