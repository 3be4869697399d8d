"""Where inputs come from: a seed and numbers, Hypothesis, or a fuzzer guided by coverage."""
