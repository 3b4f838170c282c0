"""The dataset as files for others: tables, JSON, GeoJSON and references, with what describes them."""
