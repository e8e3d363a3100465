"""A Hub that is told which files a client is about to upload, notes them, and refuses."""
import json
from serving import Handler, note, serve


class Uploads(Handler):
    def do_GET(self):
        if "/preupload/" in self.path:
            note(*sorted(one["path"] for one in json.loads(self.sent)["files"]))
            return self.answer(403, {"error": "enough"})
        if self.command == "POST":
            return self.answer(200, {"url": "https://huggingface.co/acme/model", "name": "acme/model", "id": "acme/model"})
        model = {"_id": "0", "id": "acme/model", "likes": 0, "sha": "a" * 40, "siblings": []}
        self.answer(200 if "/api/models/" in self.path else 404, model)


serve(Uploads)
