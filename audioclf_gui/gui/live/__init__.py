"""The Live workspace: listen with a model, see why it decides as it does, keep what it got wrong."""
