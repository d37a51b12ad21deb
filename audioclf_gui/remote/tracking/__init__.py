"""Runs told to tools that compare experiments: MLflow, TensorBoard, Weights & Biases."""
