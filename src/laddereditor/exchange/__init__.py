"""Importers and exporters, one module for each format, in a plain registry."""
