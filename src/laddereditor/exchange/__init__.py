"""Importers and exporters, one module a format, in a plain registry."""
