"""Where a run is followed and, for those who outgrow one machine, where it is sent."""
