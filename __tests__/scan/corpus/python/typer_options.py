import typer
from sentence_transformers import CrossEncoder

app = typer.Typer()

@app.command()
def rank(model: str = typer.Option("acme/from-typer", help="which one")): CrossEncoder(model)
