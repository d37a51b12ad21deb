"""The Train workspace: what is used, how it goes, how good it is."""
