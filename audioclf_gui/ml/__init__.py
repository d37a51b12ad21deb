"""Learning and judging: features, networks, training, models on disk, inference; the only place of torch."""
