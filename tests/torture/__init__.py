"""What is promised when everything goes wrong, at full size with `make torture`, in short with the other tests."""
