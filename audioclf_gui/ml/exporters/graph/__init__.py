"""Models as ONNX graphs; torch and onnx come with them."""
