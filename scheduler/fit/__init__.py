"""Parameters of a memory model fitted to reviews, with numpy and scipy."""
