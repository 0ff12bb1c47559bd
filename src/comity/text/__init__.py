"""Text without a registry: sentences, numerals and dates, in Chinese and English. String in, values out."""
