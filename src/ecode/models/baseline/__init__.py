"""The paper's baselines: any causal or T5-style language model, fine-tuned with a prompt on the examples of E-code.

A baseline reads and writes plain programs, in the layout and with the names that E-code sees, without its marks. The
training loop is that of E-code: its batches hold prompts and answers, and `Baseline` is called as E-code is.
"""
