"""The guided tour: five steps on the demo project, done by hand."""
