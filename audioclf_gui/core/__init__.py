"""What the program is about: clips, labels, classes and the project that keeps them."""
