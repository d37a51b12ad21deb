"""A template for plug-ins of audioclf-gui; each module holds one thing and its registration."""
