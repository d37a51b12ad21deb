"""Where users outgrow one machine: over `jobs`, each back end an extra that is imported late."""
