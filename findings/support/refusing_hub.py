"""Stands for a Hub, a mirror or a proxy: notes what it is asked for and says 401."""
from serving import Handler, note, serve


class Refusing(Handler):
    def do_GET(self):
        note(self.command, self.path, self.login)
        self.answer(401, {"error": "Invalid username or password."})


serve(Refusing)
