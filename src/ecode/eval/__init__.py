"""Evaluation: systems that propose faster programs, on tasks, judged and raced; metrics, baselines and tables."""
