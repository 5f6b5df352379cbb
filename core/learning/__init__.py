"""The learner: values and tensors in, values and tensors out; pure, on torch."""
