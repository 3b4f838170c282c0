"""Reading the chart with care: the form of each file, what it draws, and the two together."""
