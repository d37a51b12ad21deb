"""A search for settings: `space` says which there are, `study` remembers trials, `workers` carry them out."""
