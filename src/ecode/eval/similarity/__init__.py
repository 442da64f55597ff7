"""How like a program is to reference programs: BLEU, CodeBLEU and IOCCB, written from their formulas."""
