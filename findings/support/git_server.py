"""
A git server of files (the older, "dumb" protocol): the repositories in the folder `served`, for whoever has the password hf_invented, by
Basic or Bearer; 401 for everybody else, and for everybody where there is no such repository. Notes the repository and who asks.
"""
import base64, os
from serving import Handler, note, serve, work


class GitServer(Handler):
    def do_GET(self):
        _, _, repo, *rest = self.path.split("?")[0].split("/")
        scheme, _, value = self.login.partition(" ")
        password = base64.b64decode(value).decode().partition(":")[2] if scheme == "Basic" else value
        if rest == ["info", "refs"]:
            note(repo, password or "nobody")
        folder = os.path.join(work, "served", repo)
        if password != "hf_invented" or not os.path.isdir(folder):
            return self.answer(401, b"Invalid username or password.", www_authenticate='Basic realm="Hub"')
        path = os.path.join(folder, *rest)
        if not os.path.isfile(path):
            return self.answer(404)
        with open(path, "rb") as file:
            self.answer(200, file.read(), content_type="application/octet-stream")


serve(GitServer)
