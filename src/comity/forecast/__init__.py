"""Forecasts of reported events: who will do what to whom, with probabilities and the reasons.

Event tables in, values out; no study is needed. Needs ``comity[forecast]``.
"""
