"""Pictures of a run as SVG, for papers and for people without the window; they need no plotting library."""
