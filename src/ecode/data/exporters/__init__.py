"""Datasets in the layouts that other programs read: GEC folders, the predictor's CSV, the Hub's dataset card."""

from ecode.data.exporters.card import card_header
from ecode.data.exporters.gec import GecExport, export_gec
from ecode.data.exporters.times_csv import export_csv

__all__ = ["GecExport", "card_header", "export_csv", "export_gec"]
