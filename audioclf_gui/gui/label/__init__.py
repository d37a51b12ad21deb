"""The Label workspace: listen, see, and say what is heard."""
