"""Who opposes and who helps whom, in one movement at one joint: derived, asked and listed."""
