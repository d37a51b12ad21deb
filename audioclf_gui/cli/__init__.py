"""The engine without a window: thin commands over the same jobs that the window runs."""
