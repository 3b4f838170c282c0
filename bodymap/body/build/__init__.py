"""Building the chart: measured outlines, landmarks and the tables of cuts become ``data/body/*.geojson``."""
