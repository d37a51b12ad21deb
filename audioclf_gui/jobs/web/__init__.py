"""Fetching a file from an address, however often the connection breaks off."""
