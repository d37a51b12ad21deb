"""The Review workspace: many clips at a glance, each a key press away from being judged."""
