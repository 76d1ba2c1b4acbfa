"""What the tools that run models share, and the weights that ship with xref.

`bundled` is the package with the MiniLM body, `exporting` keeps ONNX forms in the user's cache,
`hub` loads models by name, `quiet` keeps their libraries silent. torch, transformers and
onnxruntime are imported here on first use, never before.
"""
