OK_FORMAT = True

test = {
    "name": "q2_3",
    "points": 1,
    "suites": [
        {
            "cases": [
                {
                    "code": ">>> from nabla_check import check\n>>> check('2.3', answer_2_3)\n",
                    "hidden": False,
                    "locked": False,
                }
            ],
            "scored": True,
            "setup": "",
            "teardown": "",
            "type": "doctest",
        }
    ],
}
