"""Wrong options that are plausible and really wrong, each with its reason."""
