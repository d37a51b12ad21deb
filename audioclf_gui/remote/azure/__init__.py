"""Training in Azure Machine Learning.

`place` says where, `making` and `project_data` put there what a job needs, `submitting` sends one,
`following` reads what it says, and `fetching` makes a run of what it leaves. `in_cloud` is what runs there.
"""
